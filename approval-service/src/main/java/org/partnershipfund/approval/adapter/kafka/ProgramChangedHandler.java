package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.usecase.RememberProgram;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProgramChangedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** A program changed: lines that are drafted from now on have the new prices, each from its first day. */
@ApplicationScoped
class ProgramChangedHandler implements EventHandler<ProgramChangedV1> {

    private final RememberProgram remember;

    ProgramChangedHandler(RememberProgram remember) {
        this.remember = remember;
    }

    @Override
    public EventType<ProgramChangedV1> type() {
        return Events.PROGRAM_CHANGED;
    }

    @Override
    public Outcome handle(ProgramChangedV1 data, Heard heard) {
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
