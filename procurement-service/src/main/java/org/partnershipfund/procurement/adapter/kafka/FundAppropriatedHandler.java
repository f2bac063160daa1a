package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundAppropriatedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.usecase.AppropriateLines;
import org.partnershipfund.procurement.usecase.AppropriateLines.Appropriation;

/** A budget was adopted: what was planned may be encumbered from now on. */
@ApplicationScoped
class FundAppropriatedHandler implements EventHandler<FundAppropriatedV1> {

    private final AppropriateLines appropriate;

    FundAppropriatedHandler(AppropriateLines appropriate) {
        this.appropriate = appropriate;
    }

    @Override
    public EventType<FundAppropriatedV1> type() {
        return Events.FUND_APPROPRIATED;
    }

    @Override
    public Outcome handle(FundAppropriatedV1 data, Heard heard) {
        return Outcomes.of(() -> told(data, heard), told -> Outcomes.of(appropriate.appropriate(told)));
    }

    private static Appropriation told(FundAppropriatedV1 data, Heard heard) {
        return new Appropriation(
                new FundId(data.fundId()),
                new FiscalYear(data.fiscalYear()),
                data.adopted().money(),
                data.vote(),
                data.adoptedOn(),
                data.lines().stream()
                        .map(line -> new Appropriation.Line(
                                new SchoolCode(line.schoolCode()), line.amount().money()))
                        .toList(),
                heard.id(),
                data.appropriatedAt());
    }
}
