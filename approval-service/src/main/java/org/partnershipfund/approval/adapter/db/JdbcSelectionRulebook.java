package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.policy.CapacityRule;
import org.partnershipfund.approval.policy.SelectionRulebook;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Known;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;

/** Rules in table {@code selection_rules}, which only grows. */
@ApplicationScoped
class JdbcSelectionRulebook implements SelectionRulebook {

    private static final int MOST_KNOWN = 256;

    private final Sql sql;
    private final Holds holds;
    private final Known<Of, List<SelectionRules>> known = new Known<>(MOST_KNOWN);

    private record Of(FundId fund, int newest) {}

    JdbcSelectionRulebook(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public List<SelectionRules> versions(FundId fund) {
        return sql.list(
                "SELECT * FROM selection_rules WHERE fund_id = ? ORDER BY version",
                JdbcSelectionRulebook::rules,
                fund.value());
    }

    /** Every version up to this one, the newest when the transaction looked. */
    List<SelectionRules> known(FundId fund, int newest) {
        return known.get(
                        new Of(fund, newest),
                        () -> Optional.of(versions(fund).stream()
                                .filter(rules -> rules.version() <= newest)
                                .toList()))
                .orElseThrow();
    }

    @Override
    public void hold(FundId fund) {
        holds.hold("approval.selection-rules.%s".formatted(fund.value()));
    }

    @Override
    public void add(SelectionRules rules) {
        sql.updateOne(
                """
                INSERT INTO selection_rules (fund_id, version, valid_from, min_partners, max_partners,
                       largest_share_percent, least_per_line_cents, capacity_rule, source, set_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rules.fund().value(),
                rules.version(),
                Date.valueOf(rules.validFrom()),
                rules.minPartners(),
                rules.maxPartners().orElse(null),
                rules.largestSharePercent(),
                rules.leastPerLine().cents(),
                rules.capacity().word(),
                rules.source(),
                Timestamp.from(rules.setAt()));
    }

    private static SelectionRules rules(ResultSet row) throws SQLException {
        return new SelectionRules(
                new FundId(row.getObject("fund_id", UUID.class)),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getInt("min_partners"),
                Optional.ofNullable(row.getObject("max_partners", Integer.class)),
                row.getInt("largest_share_percent"),
                new Money(row.getLong("least_per_line_cents")),
                Words.constant(CapacityRule.values(), CapacityRule::word, row.getString("capacity_rule")),
                row.getString("source"),
                row.getTimestamp("set_at").toInstant());
    }
}
