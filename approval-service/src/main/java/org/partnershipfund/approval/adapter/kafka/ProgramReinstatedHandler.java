package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.usecase.RememberProgram;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProgramReinstatedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** A suspended program is on the menu again: selections that choose it go on. */
@ApplicationScoped
class ProgramReinstatedHandler implements EventHandler<ProgramReinstatedV1> {

    private final RememberProgram remember;

    ProgramReinstatedHandler(RememberProgram remember) {
        this.remember = remember;
    }

    @Override
    public EventType<ProgramReinstatedV1> type() {
        return Events.PROGRAM_REINSTATED;
    }

    @Override
    public Outcome handle(ProgramReinstatedV1 data, Heard heard) {
        return Outcomes.unlessAheadOf(
                Outcomes.vetting(data.applicationId()),
                remember.standing(new ProgramId(data.programId()), data.applicationId(), false));
    }
}
