package org.partnershipfund.approval.council;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.SchoolCode;

/** Everything about a council that others may act on. */
public sealed interface CouncilEvent extends DomainEvent {

    /** Every service opens the school to the person for that time; said again when the end changes. */
    record CouncilSeatTaken(SchoolCode school, Seat seat, Instant at) implements CouncilEvent {}
}
