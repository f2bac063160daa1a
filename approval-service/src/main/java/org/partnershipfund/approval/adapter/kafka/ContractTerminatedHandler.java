package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.FollowProcurement;
import org.partnershipfund.contracts.ContractTerminatedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;

/** A contract ended before its time, or was given up as a draft: its schools may withdraw or leave out its lines again. */
@ApplicationScoped
class ContractTerminatedHandler implements EventHandler<ContractTerminatedV1> {

    private final FollowProcurement follow;

    ContractTerminatedHandler(FollowProcurement follow) {
        this.follow = follow;
    }

    @Override
    public EventType<ContractTerminatedV1> type() {
        return Events.CONTRACT_TERMINATED;
    }

    @Override
    public Outcome handle(ContractTerminatedV1 data, Heard heard) {
        return Outcomes.of(() -> spent(data), spent -> {
            // In the order of their ids, so that two events never hold selections crosswise.
            for (var one : spent.entrySet()) {
                var selection = new SelectionId(one.getKey());
                boolean known = follow.contractEnded(
                        selection,
                        Contracted.ended(
                                data.contractId(),
                                data.processId(),
                                one.getKey(),
                                new ProgramId(data.programId()),
                                one.getValue(),
                                data.terminatedAt()));
                if (!known) {
                    return Outcomes.about(selection, false);
                }
            }
            return Outcome.done();
        });
    }

    /** What of it was spent for each selection. */
    private static Map<UUID, Money> spent(ContractTerminatedV1 data) {
        Map<UUID, Money> spent = new TreeMap<>();
        data.shares()
                .forEach(
                        share -> spent.merge(share.selectionId(), share.amount().money(), Money::plus));
        return spent;
    }
}
