package org.partnershipfund.foundation.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundOpenedV1;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.AuditTrail;

/** Notes the fund; whoever waits for it may go on. */
@ApplicationScoped
public class OpensFunds implements EventHandler<FundOpenedV1> {

    private final Sql sql;
    private final Behaviour behaviour;
    private final AuditTrail audit;

    @Inject
    OpensFunds(Sql sql, Behaviour behaviour, AuditTrail audit) {
        this.sql = sql;
        this.behaviour = behaviour;
        this.audit = audit;
    }

    @Override
    public EventType<FundOpenedV1> type() {
        return Events.FUND_OPENED;
    }

    @Override
    public Outcome handle(FundOpenedV1 data, Heard heard) {
        sql.updateOne(
                "INSERT INTO effect (event_id, subject, note) VALUES (?, ?, ?)",
                heard.id(),
                heard.subject(),
                data.name());
        audit.record(new AuditTrail.Change("FundHeard", heard.subject(), null, data.name()));
        Outcome instead = behaviour.insteadFor(heard.subject());
        return instead != null ? instead : Outcome.done("fund:" + data.fundId());
    }
}
