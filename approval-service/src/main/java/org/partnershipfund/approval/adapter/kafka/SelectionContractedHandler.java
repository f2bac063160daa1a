package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.FollowProcurement;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.SelectionContractedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** Lines are under contract: the school neither withdraws them nor leaves them out. */
@ApplicationScoped
class SelectionContractedHandler implements EventHandler<SelectionContractedV1> {

    private final FollowProcurement follow;

    SelectionContractedHandler(FollowProcurement follow) {
        this.follow = follow;
    }

    @Override
    public EventType<SelectionContractedV1> type() {
        return Events.SELECTION_CONTRACTED;
    }

    @Override
    public Outcome handle(SelectionContractedV1 data, Heard heard) {
        return Outcomes.of(() -> lines(data), lines -> {
            var selection = new SelectionId(data.selectionId());
            return Outcomes.about(selection, follow.contracted(selection, lines));
        });
    }

    private static List<Contracted> lines(SelectionContractedV1 data) {
        return data.lines().stream()
                .map(line -> new Contracted(
                        data.contractId(),
                        data.processId(),
                        data.version(),
                        line.lineId(),
                        new ProgramId(line.programId()),
                        line.amount().money(),
                        data.contractedAt()))
                .toList();
    }
}
