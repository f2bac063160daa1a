package org.partnershipfund.approval.council;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.SchoolCode;

/** Everything about a council that others may act on. */
public sealed interface CouncilEvent extends DomainEvent {

    /**
     * Every service opens the school to the person for that time; said again when the end changes.
     *
     * @param cancelled whether the seat never came to be
     */
    record CouncilSeatTaken(SchoolCode school, Seat seat, boolean cancelled, Instant at) implements CouncilEvent {}
}
