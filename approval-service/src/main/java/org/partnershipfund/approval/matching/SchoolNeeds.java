package org.partnershipfund.approval.matching;

import java.time.Instant;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** What a school needs of partners in a fiscal year, as its leader or its council said last (§9.1). */
public record SchoolNeeds(SchoolCode school, FiscalYear year, Wanted wanted, Person saidBy, Instant saidAt) {}
