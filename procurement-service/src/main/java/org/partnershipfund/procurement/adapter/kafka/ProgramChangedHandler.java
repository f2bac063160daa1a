package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProgramChangedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Programs;

/** A program is another from now on: remember it so. */
@ApplicationScoped
class ProgramChangedHandler implements EventHandler<ProgramChangedV1> {

    private final Programs programs;

    ProgramChangedHandler(Programs programs) {
        this.programs = programs;
    }

    @Override
    public EventType<ProgramChangedV1> type() {
        return Events.PROGRAM_CHANGED;
    }

    @Override
    public Outcome handle(ProgramChangedV1 data, Heard heard) {
        programs.remember(
                new Program(data.programId(), data.partnerId(), data.partnerName(), data.name(), data.serviceArea()));
        return Outcome.done();
    }
}
