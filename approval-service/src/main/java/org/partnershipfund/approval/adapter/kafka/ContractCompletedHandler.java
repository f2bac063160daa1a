package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.FollowProcurement;
import org.partnershipfund.contracts.ContractCompletedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;

/** A contract is delivered: its lines stay in their selections, and nothing can be bought by it any more. */
@ApplicationScoped
class ContractCompletedHandler implements EventHandler<ContractCompletedV1> {

    private final FollowProcurement follow;

    ContractCompletedHandler(FollowProcurement follow) {
        this.follow = follow;
    }

    @Override
    public EventType<ContractCompletedV1> type() {
        return Events.CONTRACT_COMPLETED;
    }

    @Override
    public Outcome handle(ContractCompletedV1 data, Heard heard) {
        return Outcomes.of(() -> paid(data), paid -> {
            // In the order of their ids, so that two events never hold selections crosswise.
            for (var one : paid.entrySet()) {
                var selection = new SelectionId(one.getKey());
                boolean known = follow.contractCompleted(
                        selection,
                        Contracted.completed(
                                data.contractId(),
                                data.processId(),
                                one.getKey(),
                                new ProgramId(data.programId()),
                                one.getValue(),
                                data.completedAt()));
                if (!known) {
                    return Outcomes.about(selection, false);
                }
            }
            return Outcome.done();
        });
    }

    /** What of it was paid for each selection. */
    private static Map<UUID, Money> paid(ContractCompletedV1 data) {
        Map<UUID, Money> paid = new TreeMap<>();
        data.shares()
                .forEach(share -> paid.merge(share.selectionId(), share.amount().money(), Money::plus));
        return paid;
    }
}
