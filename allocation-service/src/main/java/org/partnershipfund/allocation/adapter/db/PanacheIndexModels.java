package org.partnershipfund.allocation.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.IndexModels;
import org.partnershipfund.foundation.sql.Holds;

/** Index models in tables {@code index_model} and {@code index_model_factor}. */
@ApplicationScoped
class PanacheIndexModels implements IndexModels {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<IndexModelRow, UUID> {}

    private final Rows rows;
    private final Holds holds;

    PanacheIndexModels(Rows rows, Holds holds) {
        this.rows = rows;
        this.holds = holds;
    }

    @Override
    public Optional<IndexModel> find(IndexModelId id) {
        return rows.findByIdOptional(id.value()).map(IndexModelRow::model);
    }

    @Override
    public int newestVersion(String name) {
        return rows.find("name = ?1 order by version desc", name)
                .firstResultOptional()
                .map(row -> row.model().version())
                .orElse(0);
    }

    @Override
    public List<IndexModel> list(Optional<IndexModelId> after, Optional<Instant> madeAfter, int limit) {
        return rows
                .find(
                        "id > ?1 and madeAt > ?2 order by id",
                        after.map(IndexModelId::value).orElse(Sorting.BEFORE_ALL),
                        madeAfter.orElse(Instant.EPOCH))
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(IndexModelRow::model)
                .toList();
    }

    @Override
    public void holdNames() {
        holds.hold("allocation.index-model-names");
    }

    @Override
    public void add(IndexModel model) {
        rows.persist(new IndexModelRow(model));
        rows.flush();
    }
}
