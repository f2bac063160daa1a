package org.partnershipfund.approval.supervision;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.SchoolCode;

/** Everything about supervision that others may act on. */
public sealed interface SupervisionEvent extends DomainEvent {

    /** Every service opens the school to the supervisor for that time; said again when the end changes. */
    record SupervisorAssigned(Assignment assignment, SchoolCode school, Instant at) implements SupervisionEvent {}
}
