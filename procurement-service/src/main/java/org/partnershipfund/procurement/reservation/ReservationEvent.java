package org.partnershipfund.procurement.reservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;

/** What the ledger answers to approved selections and to revisions. */
public sealed interface ReservationEvent extends DomainEvent {

    /** approval-service shows the selection as reserved. */
    record FundsReserved(
            UUID selection,
            int version,
            FundId fund,
            SchoolCode school,
            Money total,
            List<ReservedLine> lines,
            Instant at)
            implements ReservationEvent {
        public FundsReserved {
            lines = List.copyOf(lines);
        }
    }

    /** approval-service returns the selection to its school with the reason. */
    record ReservationRefused(
            UUID selection,
            int version,
            FundId fund,
            SchoolCode school,
            Money requested,
            Money available,
            String reason,
            Instant at)
            implements ReservationEvent {}

    /** allocation-service revises both schools' allocations. */
    record RevisionAccepted(RevisionAnswer.TakenOff answer, Instant at) implements ReservationEvent {}

    /** allocation-service leaves the allocation as it is. */
    record RevisionRefused(RevisionAnswer.Kept answer, Instant at) implements ReservationEvent {}
}
