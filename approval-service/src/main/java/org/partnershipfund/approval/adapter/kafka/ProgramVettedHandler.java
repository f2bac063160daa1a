package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.menu.Program.Vetting;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.usecase.RememberProgram;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProgramVettedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** A program is on the menu of the Opportunity Portfolio: schools see it, and some funds admit nothing else. */
@ApplicationScoped
class ProgramVettedHandler implements EventHandler<ProgramVettedV1> {

    private final RememberProgram remember;

    ProgramVettedHandler(RememberProgram remember) {
        this.remember = remember;
    }

    @Override
    public EventType<ProgramVettedV1> type() {
        return Events.PROGRAM_VETTED;
    }

    @Override
    public Outcome handle(ProgramVettedV1 data, Heard heard) {
        return Outcomes.unlessAheadOf(
                Outcomes.program(data.programId()),
                remember.vetted(
                        new ProgramId(data.programId()),
                        new Vetting(data.applicationId(), data.validFrom(), data.validUntil(), false)),
                Outcomes.vetting(data.applicationId()));
    }
}
