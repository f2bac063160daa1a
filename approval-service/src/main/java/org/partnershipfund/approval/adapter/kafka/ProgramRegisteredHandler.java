package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.usecase.RememberProgram;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProgramRegisteredV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** A program is offered: schools may choose it at the prices of its sheet. */
@ApplicationScoped
class ProgramRegisteredHandler implements EventHandler<ProgramRegisteredV1> {

    private final RememberProgram remember;

    ProgramRegisteredHandler(RememberProgram remember) {
        this.remember = remember;
    }

    @Override
    public EventType<ProgramRegisteredV1> type() {
        return Events.PROGRAM_REGISTERED;
    }

    @Override
    public Outcome handle(ProgramRegisteredV1 data, Heard heard) {
        return Outcomes.of(
                () -> ProgramsFromWire.program(
                        data.programId(),
                        data.partnerId(),
                        data.partnerName(),
                        data.name(),
                        data.serviceArea(),
                        data.capacity(),
                        data.priceSheet()),
                told -> Outcomes.unlessAheadOf(
                        Outcomes.partner(data.partnerId()), remember.told(told), Outcomes.program(data.programId())));
    }
}
