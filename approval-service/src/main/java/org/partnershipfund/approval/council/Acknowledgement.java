package org.partnershipfund.approval.council;

import java.time.Instant;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/**
 * That a member received the summary of the conflict-of-interest law this year.
 *
 * <p>Source: docs/policy/school-site-council.md §8 (M.G.L. c.268A; circular LGL-19).
 *
 * @param year in which it was received; the next year's is another one
 * @param summary which edition of the summary
 */
public record Acknowledgement(SchoolCode school, Person member, FiscalYear year, String summary, Instant at) {}
