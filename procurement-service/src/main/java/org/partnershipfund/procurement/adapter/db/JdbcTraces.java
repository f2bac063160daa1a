package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.procurement.checklist.Trace;
import org.partnershipfund.procurement.checklist.Traces;
import org.partnershipfund.procurement.process.ProcessId;

/** What the foundation's {@code audit_log} has. */
@ApplicationScoped
class JdbcTraces implements Traces {

    private final Sql sql;

    JdbcTraces(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Trace> of(ProcessId process) {
        return sql.list(
                "SELECT at, action, actor FROM audit_log WHERE subject = ? ORDER BY seq",
                row -> new Trace(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("action"),
                        row.getString("actor")),
                process.toString());
    }
}
