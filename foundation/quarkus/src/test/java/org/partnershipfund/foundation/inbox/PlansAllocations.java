package org.partnershipfund.foundation.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.partnershipfund.contracts.AllocationPublishedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.sql.Sql;

/** Notes the allocation, once its fund is known. */
@ApplicationScoped
public class PlansAllocations implements EventHandler<AllocationPublishedV1> {

    private final Sql sql;
    private final Behaviour behaviour;

    @Inject
    PlansAllocations(Sql sql, Behaviour behaviour) {
        this.sql = sql;
        this.behaviour = behaviour;
    }

    @Override
    public EventType<AllocationPublishedV1> type() {
        return Events.ALLOCATION_PUBLISHED;
    }

    @Override
    public Outcome handle(AllocationPublishedV1 data, Heard heard) {
        Outcome instead = behaviour.insteadFor(heard.subject());
        if (instead != null) {
            return instead;
        }
        String fund = data.fundId().toString();
        boolean known = !sql.list("SELECT 1 FROM effect WHERE subject = ?", row -> row.getInt(1), fund)
                .isEmpty();
        if (!known) {
            return new Outcome.Ahead("fund:" + fund);
        }
        sql.updateOne(
                "INSERT INTO effect (event_id, subject, note) VALUES (?, ?, ?)",
                heard.id(),
                heard.subject(),
                data.amount().amount());
        return Outcome.done();
    }
}
