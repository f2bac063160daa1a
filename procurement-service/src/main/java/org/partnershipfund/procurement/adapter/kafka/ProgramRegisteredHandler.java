package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProgramRegisteredV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Programs;

/** A partner offers a program: it may be quoted, proposed and awarded. */
@ApplicationScoped
class ProgramRegisteredHandler implements EventHandler<ProgramRegisteredV1> {

    private final Programs programs;

    ProgramRegisteredHandler(Programs programs) {
        this.programs = programs;
    }

    @Override
    public EventType<ProgramRegisteredV1> type() {
        return Events.PROGRAM_REGISTERED;
    }

    @Override
    public Outcome handle(ProgramRegisteredV1 data, Heard heard) {
        programs.remember(
                new Program(data.programId(), data.partnerId(), data.partnerName(), data.name(), data.serviceArea()));
        return Outcome.done();
    }
}
