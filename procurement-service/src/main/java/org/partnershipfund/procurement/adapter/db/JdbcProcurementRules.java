package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.rules.ProcurementRule;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.rules.RuleBook;

/** Dated rules in table {@code procurement_rule}; only a migration writes them. */
@ApplicationScoped
class JdbcProcurementRules implements ProcurementRules {

    private static final Pattern WORDS = Pattern.compile(" ");

    private final Sql sql;

    JdbcProcurementRules(Sql sql) {
        this.sql = sql;
    }

    @Override
    public RuleBook all() {
        return new RuleBook(sql.list("SELECT * FROM procurement_rule ORDER BY id", JdbcProcurementRules::rule));
    }

    private static ProcurementRule rule(ResultSet row) throws SQLException {
        @Nullable Long until = row.getObject("until_cents", Long.class);
        return new ProcurementRule(
                row.getString("id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("stage"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_until", LocalDate.class),
                new Money(row.getLong("from_cents")),
                until == null ? null : new Money(until),
                row.getObject("quantity", Integer.class),
                row.getBoolean("adopted"),
                row.getString("text"),
                row.getString("source"),
                row.getString("jurisdiction"),
                WORDS.splitAsStream(row.getString("who"))
                        .filter(word -> !word.isEmpty())
                        .toList(),
                row.getObject("lead_days", Integer.class));
    }
}
