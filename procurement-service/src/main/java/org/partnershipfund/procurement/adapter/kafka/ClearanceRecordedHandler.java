package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.contracts.ClearanceRecordedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.procurement.contract.ContractPaper;
import org.partnershipfund.procurement.contract.ContractPaper.Status;
import org.partnershipfund.procurement.contract.PaperKind;
import org.partnershipfund.procurement.contract.Papers;

/** The district found something about a partner: it counts when a contract binds and when it is paid. */
@ApplicationScoped
class ClearanceRecordedHandler implements EventHandler<ClearanceRecordedV1> {

    private final Papers papers;
    private final Clock clock;

    ClearanceRecordedHandler(Papers papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public EventType<ClearanceRecordedV1> type() {
        return Events.CLEARANCE_RECORDED;
    }

    @Override
    public Outcome handle(ClearanceRecordedV1 data, Heard heard) {
        PaperKind kind;
        Status status;
        try {
            kind = PaperKind.ofWord(data.kind());
            status = status(data.status());
        } catch (IllegalArgumentException e) {
            return new Outcome.Unusable(String.valueOf(e.getMessage()));
        }
        if (kind.isAttested()) {
            return new Outcome.Unusable("a partner attests to %s itself".formatted(kind.word()));
        }
        papers.clear(
                data.partnerId(),
                new ContractPaper(
                        kind,
                        status,
                        LocalDate.ofInstant(data.recordedAt(), clock.getZone()),
                        data.expiresOn(),
                        data.recordedAt()));
        return Outcome.done();
    }

    private static Status status(String word) {
        return switch (word) {
            case "cleared" -> Status.IN_ORDER;
            case "pending" -> Status.PENDING;
            case "not-cleared" -> Status.REFUSED;
            default -> throw new IllegalArgumentException("no status of a clearance: " + word);
        };
    }
}
