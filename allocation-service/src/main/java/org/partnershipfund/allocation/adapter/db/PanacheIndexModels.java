package org.partnershipfund.allocation.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.IndexModels;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;

/** Index models in tables {@code index_model} and {@code index_model_factor}. */
@ApplicationScoped
class PanacheIndexModels implements IndexModels {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<IndexModelRow, UUID> {}

    private static final String PAGE = """
            SELECT m.id FROM index_model m
             WHERE m.id > ?
               AND CASE WHEN ? THEN (
                    SELECT min(p.published_at) FROM index_computation c JOIN scenario p USING (index_set_id)
                     WHERE c.model_id = m.id AND p.state = 'published')
                   ELSE m.made_at END > ?
             ORDER BY m.id LIMIT ?""";

    private final Rows rows;
    private final Sql sql;
    private final Holds holds;

    PanacheIndexModels(Rows rows, Sql sql, Holds holds) {
        this.rows = rows;
        this.sql = sql;
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
    public List<IndexModel> list(
            boolean publicOnly, Optional<IndexModelId> after, Optional<Instant> newerThan, int limit) {
        List<UUID> page = sql.list(
                PAGE,
                row -> row.getObject(1, UUID.class),
                after.map(IndexModelId::value).orElse(Sorting.BEFORE_ALL),
                publicOnly,
                newerThan.orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC),
                limit);
        return page.isEmpty()
                ? List.of()
                : rows.find("id in ?1 order by id", page).list().stream()
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
