package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Award;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.FollowProcurement;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProcurementOutcomeDiffersV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** Another program won the competition: the school decides again, with the award before its eyes. */
@ApplicationScoped
class ProcurementOutcomeDiffersHandler implements EventHandler<ProcurementOutcomeDiffersV1> {

    private final FollowProcurement follow;

    ProcurementOutcomeDiffersHandler(FollowProcurement follow) {
        this.follow = follow;
    }

    @Override
    public EventType<ProcurementOutcomeDiffersV1> type() {
        return Events.PROCUREMENT_OUTCOME_DIFFERS;
    }

    @Override
    public Outcome handle(ProcurementOutcomeDiffersV1 data, Heard heard) {
        return Outcomes.of(
                () -> new Award(
                        data.processId(),
                        data.lineId(),
                        new ProgramId(data.chosenProgramId()),
                        new ProgramId(data.awardedProgramId()),
                        data.awardedPartnerName(),
                        data.awardedAmount().money(),
                        data.decidedAt()),
                award -> {
                    var selection = new SelectionId(data.selectionId());
                    return Outcomes.about(selection, follow.differs(selection, award, data.reason()));
                });
    }
}
