package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.SelectionApprovedV1;
import org.partnershipfund.contracts.SelectionLineV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.funding.ProgramFundings;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.usecase.HearFunding;

/** A selection has all its approvals: its programs are chosen by one school more (catalogue §8), and its partner is told. */
@ApplicationScoped
class SelectionApprovedHandler implements EventHandler<SelectionApprovedV1> {

    private final HearFunding funding;
    private final PartnersAreTold told;

    SelectionApprovedHandler(HearFunding funding, PartnersAreTold told) {
        this.funding = funding;
        this.told = told;
    }

    @Override
    public EventType<SelectionApprovedV1> type() {
        return Events.SELECTION_APPROVED;
    }

    @Override
    public Outcome handle(SelectionApprovedV1 data, Heard heard) {
        ProgramFundings.Selection selection;
        try {
            selection = new ProgramFundings.Selection(
                    data.selectionId(),
                    data.version(),
                    new SchoolCode(data.schoolCode()),
                    new FiscalYear(data.fiscalYear()),
                    data.lines().stream().map(SelectionApprovedHandler::choice).toList());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Outcome.Unusable(String.valueOf(e.getMessage()));
        }
        funding.approved(selection);
        told.ofSelection(data, heard);
        return Outcome.done();
    }

    private static ProgramFundings.Choice choice(SelectionLineV1 line) {
        return new ProgramFundings.Choice(
                line.lineId(),
                new ProgramId(line.programId()),
                line.pupils(),
                line.amount().money());
    }
}
