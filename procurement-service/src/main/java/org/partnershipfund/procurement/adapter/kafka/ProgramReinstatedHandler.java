package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProgramReinstatedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.procurement.process.Programs;

/** A suspended program is back on the menu: it may be awarded and contracted again. */
@ApplicationScoped
class ProgramReinstatedHandler implements EventHandler<ProgramReinstatedV1> {

    private final Programs programs;

    ProgramReinstatedHandler(Programs programs) {
        this.programs = programs;
    }

    @Override
    public EventType<ProgramReinstatedV1> type() {
        return Events.PROGRAM_REINSTATED;
    }

    @Override
    public Outcome handle(ProgramReinstatedV1 data, Heard heard) {
        programs.reinstate(data.programId(), data.applicationId(), data.reinstatedOn());
        return Outcome.done();
    }
}
