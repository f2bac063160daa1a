package org.partnershipfund.approval.supervision;

import java.time.Instant;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.SelectionId;

/**
 * The superintendent's step of one version of a selection was given to another supervisor; the newest counts.
 *
 * <p>Source: docs/policy/approval.md §14.
 */
public record Reassignment(SelectionId selection, int version, Person to, String reason, Person by, Instant at) {}
