package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
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

    /** What changes when the table does: which transaction wrote each row. */
    private static final String STATE =
            "SELECT coalesce(string_agg(id || ' ' || xmin, ',' ORDER BY id), '') FROM procurement_rule";

    private final Sql sql;
    private volatile Read last = new Read("unread", new RuleBook(List.of()));

    JdbcProcurementRules(Sql sql) {
        this.sql = sql;
    }

    /** The rules, as they are in the table while it is in this state. */
    private record Read(String state, RuleBook rules) {}

    /** A payment asks for them, and all but one in a thousand texts of law would be read for nothing. */
    @Override
    public RuleBook all() {
        Read read = last;
        String state = sql.list(STATE, row -> row.getString(1)).getFirst();
        if (!read.state().equals(state)) {
            // Rules that change just now are kept under the state of before, and read again by the next who asks.
            read = new Read(
                    state,
                    new RuleBook(sql.list("SELECT * FROM procurement_rule ORDER BY id", JdbcProcurementRules::rule)));
            last = read;
        }
        return read.rules();
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
