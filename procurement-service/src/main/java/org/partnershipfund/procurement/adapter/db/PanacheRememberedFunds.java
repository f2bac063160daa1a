package org.partnershipfund.procurement.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.ChartParts;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.RememberedFunds;

/** Funds in table {@code remembered_fund}. */
@ApplicationScoped
class PanacheRememberedFunds implements RememberedFunds {

    private static final String LOCK = """
            SELECT FROM lock_remembered_fund(?);
            SELECT id, name, fiscal_year, pool_cents, account, fund, program, subclass, planned_cents
              FROM remembered_fund WHERE id = ?""";

    private final Rows rows;
    private final Sql sql;

    PanacheRememberedFunds(Rows rows, Sql sql) {
        this.rows = rows;
        this.sql = sql;
    }

    @Override
    @Transactional
    public Optional<RememberedFund> find(FundId id) {
        // Detached at once: the trigger changes what is planned behind Hibernate's back.
        return rows.findByIdOptional(id.value()).map(row -> {
            rows.getEntityManager().detach(row);
            return row.noun();
        });
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<RememberedFund> lock(FundId id) {
        // Every effect passes here: one round trip, and nothing for Hibernate to remember.
        return sql.listLast(LOCK, PanacheRememberedFunds::fund, id.value(), id.value()).stream()
                .findFirst();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void add(RememberedFund fund) {
        var row = RememberedFundRow.of(fund);
        rows.persistAndFlush(row);
        rows.getEntityManager().detach(row);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void close(FundId id, Instant at) {
        int _ = sql.update(
                "INSERT INTO closed_fund (fund_id, closed_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                id.value(),
                at.atOffset(ZoneOffset.UTC));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public boolean isClosed(FundId id) {
        return !sql.list("SELECT 1 FROM closed_fund WHERE fund_id = ?", row -> row.getInt(1), id.value())
                .isEmpty();
    }

    private static RememberedFund fund(ResultSet row) throws SQLException {
        return new RememberedFund(
                new FundId(row.getObject(1, UUID.class)),
                row.getString(2),
                new FiscalYear(row.getInt(3)),
                new Money(row.getLong(4)),
                new ChartParts(row.getString(5), row.getString(6), row.getString(7), row.getString(8)),
                new Money(row.getLong(9)));
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<RememberedFundRow, UUID> {}
}
