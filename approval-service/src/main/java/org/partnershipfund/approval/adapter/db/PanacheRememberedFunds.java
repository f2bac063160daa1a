package org.partnershipfund.approval.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;

/** Funds in table {@code remembered_fund}. */
@ApplicationScoped
class PanacheRememberedFunds implements RememberedFunds {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<RememberedFundRow, UUID> {}

    private final Rows rows;

    PanacheRememberedFunds(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<RememberedFund> find(FundId id) {
        return rows.findByIdOptional(id.value()).map(RememberedFundRow::noun);
    }

    @Override
    public void add(RememberedFund fund) {
        rows.persistAndFlush(RememberedFundRow.of(fund));
    }
}
