package org.partnershipfund.allocation.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.Revision.Accepted;
import org.partnershipfund.allocation.revision.Revision.Proposed;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Revisions in table {@code revision}. */
@ApplicationScoped
class PanacheRevisions implements Revisions {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<RevisionRow, UUID> {}

    private final Rows rows;

    PanacheRevisions(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Versioned<Revision>> find(RevisionId id) {
        return rows.findByIdOptional(id.value()).map(RevisionRow::versioned);
    }

    @Override
    public List<Proposed> open(FundId fund) {
        return rows.list("fundId = ?1 and state = 'proposed' order by id", fund.value()).stream()
                .map(RevisionRow::proposed)
                .toList();
    }

    @Override
    public List<Accepted> accepted(Collection<FundId> funds) {
        return rows
                .list(
                        "fundId in ?1 and state = 'accepted' order by modifiedAt, id",
                        funds.stream().map(FundId::value).toList())
                .stream()
                .map(RevisionRow::accepted)
                .toList();
    }

    @Override
    public List<Versioned<Revision>> list(
            FundId fund, boolean acceptedOnly, Optional<RevisionId> after, Optional<Instant> changedAfter, int limit) {
        return rows
                .find(
                        "fundId = :fund and id > :after and modifiedAt > :changedAfter and (:all = true or state = 'accepted') order by id",
                        Map.of(
                                "fund",
                                fund.value(),
                                "after",
                                after.map(RevisionId::value).orElse(Sorting.BEFORE_ALL),
                                "changedAfter",
                                changedAfter.orElse(Instant.EPOCH),
                                "all",
                                !acceptedOnly))
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(RevisionRow::versioned)
                .toList();
    }

    @Override
    public long store(Revision revision, long readVersion) {
        UUID id = revision.terms().id().value();
        RevisionRow row = rows.findById(id);
        long storedVersion = row == null ? 0 : row.version();
        if (storedVersion != readVersion) {
            throw new StaleStateException(id, readVersion);
        }
        if (row == null) {
            row = new RevisionRow(revision);
            rows.persist(row);
        } else {
            row.take(revision);
        }
        rows.flush();
        return row.version();
    }
}
