package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.usecase.RememberProgram;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProgramSuspendedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** A vetted program is off the menu: nothing goes on that chooses it. */
@ApplicationScoped
class ProgramSuspendedHandler implements EventHandler<ProgramSuspendedV1> {

    private final RememberProgram remember;

    ProgramSuspendedHandler(RememberProgram remember) {
        this.remember = remember;
    }

    @Override
    public EventType<ProgramSuspendedV1> type() {
        return Events.PROGRAM_SUSPENDED;
    }

    @Override
    public Outcome handle(ProgramSuspendedV1 data, Heard heard) {
        return Outcomes.unlessAheadOf(
                Outcomes.vetting(data.applicationId()),
                remember.standing(new ProgramId(data.programId()), data.applicationId(), true));
    }
}
