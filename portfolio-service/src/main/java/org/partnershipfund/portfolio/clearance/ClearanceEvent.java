package org.partnershipfund.portfolio.clearance;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;

/** What others learn about clearances. */
public sealed interface ClearanceEvent extends DomainEvent {

    /** procurement-service binds and pays nobody whose clearances are not in force; by status and last day only. */
    record ClearanceRecorded(Clearance found, Instant at) implements ClearanceEvent {}
}
