package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProgramSuspendedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.procurement.process.Programs;

/** A program is taken off the menu: nothing is awarded to it or signed with it meanwhile. */
@ApplicationScoped
class ProgramSuspendedHandler implements EventHandler<ProgramSuspendedV1> {

    private final Programs programs;

    ProgramSuspendedHandler(Programs programs) {
        this.programs = programs;
    }

    @Override
    public EventType<ProgramSuspendedV1> type() {
        return Events.PROGRAM_SUSPENDED;
    }

    @Override
    public Outcome handle(ProgramSuspendedV1 data, Heard heard) {
        programs.suspend(data.programId(), data.applicationId(), data.suspendedFrom());
        return Outcome.done();
    }
}
