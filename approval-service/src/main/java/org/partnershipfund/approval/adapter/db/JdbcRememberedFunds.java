package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;

/** Funds in table {@code remembered_fund}; plain statements, because every heard allocation asks for its fund. */
@ApplicationScoped
class JdbcRememberedFunds implements RememberedFunds {

    private final Sql sql;
    private final Holds holds;

    JdbcRememberedFunds(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Optional<RememberedFund> find(FundId id) {
        return Optional.ofNullable(sql.first(
                "SELECT name, fiscal_year, closed_at FROM remembered_fund WHERE id = ?",
                row -> new RememberedFund(
                        id,
                        row.getString(1),
                        new FiscalYear(row.getInt(2)),
                        Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)),
                id.value()));
    }

    // By a word and not FOR SHARE: who shares a row overtakes who waits to change it, so drafts one after the other
    // would keep a fund from being closed.
    @Override
    public Optional<RememberedFund> hold(FundId id) {
        holds.share(word(id));
        return find(id);
    }

    private static String word(FundId id) {
        return "approval.fund." + id.value();
    }

    @Override
    public boolean close(FundId id, Instant at) {
        holds.hold(word(id));
        return sql.update(
                        "UPDATE remembered_fund SET closed_at = ? WHERE id = ? AND closed_at IS NULL",
                        Timestamp.from(at),
                        id.value())
                == 1;
    }

    @Override
    public void add(RememberedFund fund) {
        sql.updateOne(
                """
                INSERT INTO remembered_fund (id, name, fiscal_year, closed_at)
                VALUES (?, ?, ?, (SELECT closed_at FROM early_closing WHERE fund_id = ? AND fiscal_year = ?))
                """,
                fund.id().value(),
                fund.name(),
                fund.year().endYear(),
                fund.id().value(),
                fund.year().endYear());
    }

    @Override
    public void closeAhead(FundId id, FiscalYear year, Instant at) {
        int _ = sql.update(
                "INSERT INTO early_closing (fund_id, fiscal_year, closed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                id.value(),
                year.endYear(),
                Timestamp.from(at));
    }
}
