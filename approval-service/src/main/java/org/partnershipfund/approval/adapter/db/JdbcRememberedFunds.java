package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;

/** Funds in table {@code remembered_fund}; plain statements, because every heard allocation asks for its fund. */
@ApplicationScoped
class JdbcRememberedFunds implements RememberedFunds {

    private final Sql sql;

    JdbcRememberedFunds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<RememberedFund> find(FundId id) {
        return Optional.ofNullable(sql.first(
                "SELECT name, fiscal_year FROM remembered_fund WHERE id = ?",
                row -> new RememberedFund(id, row.getString(1), new FiscalYear(row.getInt(2))),
                id.value()));
    }

    @Override
    public void add(RememberedFund fund) {
        sql.updateOne(
                "INSERT INTO remembered_fund (id, name, fiscal_year) VALUES (?, ?, ?)",
                fund.id().value(),
                fund.name(),
                fund.year().endYear());
    }
}
