package org.partnershipfund.procurement.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.RememberedFunds;

/** Funds in table {@code remembered_fund}. */
@ApplicationScoped
class PanacheRememberedFunds implements RememberedFunds {

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
        // Not by Hibernate: it keeps a plan per call of a native query, and looks through all of them each time.
        var _ = sql.list("SELECT FROM lock_remembered_fund(?)", _ -> true, id.value());
        return find(id);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void add(RememberedFund fund) {
        var row = RememberedFundRow.of(fund);
        rows.persistAndFlush(row);
        rows.getEntityManager().detach(row);
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<RememberedFundRow, UUID> {}
}
