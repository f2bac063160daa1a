package org.partnershipfund.allocation.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Funds in table {@code fund}. */
@ApplicationScoped
class PanacheFunds implements Funds {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<FundRow, UUID> {}

    private final Rows rows;
    private final Holds holds;

    PanacheFunds(Rows rows, Holds holds) {
        this.rows = rows;
        this.holds = holds;
    }

    @Override
    public Optional<Versioned<Fund>> find(FundId id) {
        return rows.findByIdOptional(id.value()).map(FundRow::versioned);
    }

    @Override
    public Optional<Versioned<Fund>> hold(FundId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(FundRow::versioned);
    }

    @Override
    public Optional<FundId> find(FiscalYear year, String name) {
        return rows.find("fiscalYear = ?1 and name = ?2", year.endYear(), name)
                .firstResultOptional()
                .map(FundRow::fundId);
    }

    @Override
    public List<Fund> of(FiscalYear year) {
        return rows.list("fiscalYear = ?1 order by name", year.endYear()).stream()
                .map(row -> row.versioned().value())
                .toList();
    }

    @Override
    public List<Versioned<Fund>> list(
            Optional<FundId> after, Optional<Instant> modifiedAfter, boolean allocatedOnly, int limit) {
        return rows
                .find(
                        "id > :after and modifiedAt > :modifiedAfter and (:all = true or state <> 'open') order by id",
                        Map.of(
                                "after",
                                after.map(FundId::value).orElse(Sorting.BEFORE_ALL),
                                "modifiedAfter",
                                modifiedAfter.orElse(Instant.EPOCH),
                                "all",
                                !allocatedOnly))
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(FundRow::versioned)
                .toList();
    }

    @Override
    public void holdNames(FiscalYear year) {
        holds.hold("allocation.fund-names." + year.endYear());
    }

    @Override
    public long store(Fund fund, long readVersion) {
        FundRow row = rows.findById(fund.id().value());
        long storedVersion = row == null ? 0 : row.version();
        if (storedVersion != readVersion) {
            throw new StaleStateException(fund.id().value(), readVersion);
        }
        if (row == null) {
            row = new FundRow(fund);
            rows.persist(row);
        } else {
            row.take(fund);
        }
        rows.flush();
        return row.version();
    }
}
