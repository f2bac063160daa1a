package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.partnershipfund.contracts.DecisionV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.SelectionApprovedV1;
import org.partnershipfund.contracts.SelectionLineV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.disclosure.Backgrounds;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.reservation.ApprovedSelection;
import org.partnershipfund.procurement.usecase.ReserveSelection;

/** A selection is approved: set its money aside, or say why not. */
@ApplicationScoped
class SelectionApprovedHandler implements EventHandler<SelectionApprovedV1> {

    private final ReserveSelection reserve;
    private final Backgrounds backgrounds;

    SelectionApprovedHandler(ReserveSelection reserve, Backgrounds backgrounds) {
        this.reserve = reserve;
        this.backgrounds = backgrounds;
    }

    @Override
    public EventType<SelectionApprovedV1> type() {
        return Events.SELECTION_APPROVED;
    }

    @Override
    public Outcome handle(SelectionApprovedV1 data, Heard heard) {
        return Outcomes.of(() -> told(data, heard), told -> {
            // First: what follows may publish a process with the approvals that it rests on.
            backgrounds.remember(told.id(), told.version(), told.school(), decided(data));
            return Outcomes.of(reserve.reserve(told));
        });
    }

    private static Map<String, Instant> decided(SelectionApprovedV1 data) {
        return data.decisions().stream()
                .collect(Collectors.toMap(DecisionV1::step, DecisionV1::decidedAt, (_, last) -> last));
    }

    private static ApprovedSelection told(SelectionApprovedV1 data, Heard heard) {
        return new ApprovedSelection(
                data.selectionId(),
                data.version(),
                new FundId(data.fundId()),
                new FiscalYear(data.fiscalYear()),
                new SchoolCode(data.schoolCode()),
                data.total().money(),
                data.lines().stream().map(SelectionApprovedHandler::line).toList(),
                heard.id());
    }

    private static ApprovedSelection.Line line(SelectionLineV1 line) {
        return new ApprovedSelection.Line(
                line.lineId(),
                line.programId(),
                line.programName(),
                line.partnerId(),
                line.partnerName(),
                line.serviceArea(),
                line.amount().money());
    }
}
