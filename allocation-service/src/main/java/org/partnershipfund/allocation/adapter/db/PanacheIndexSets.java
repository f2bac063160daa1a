package org.partnershipfund.allocation.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexSets;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.kernel.SchoolCode;

/** Index sets in tables {@code index_set} and {@code school_index}. */
@ApplicationScoped
class PanacheIndexSets implements IndexSets {

    /** The titles as Panache sees them. */
    @ApplicationScoped
    static class Titles implements PanacheRepositoryBase<IndexSetRow, UUID> {}

    /** The values as Panache sees them. */
    @ApplicationScoped
    static class Values implements PanacheRepositoryBase<SchoolIndexRow, SchoolIndexRow.Key> {}

    private final Titles titles;
    private final Values values;
    private final Holds holds;

    PanacheIndexSets(Titles titles, Values values, Holds holds) {
        this.titles = titles;
        this.values = values;
        this.holds = holds;
    }

    @Override
    public Optional<IndexSet> find(IndexSetId id) {
        return titles.findByIdOptional(id.value()).map(row -> {
            SortedMap<SchoolCode, IndexValue> found = new TreeMap<>();
            values.list("key.set", id.value()).forEach(value -> found.put(value.school(), value.value()));
            return new IndexSet(row.title(), found);
        });
    }

    @Override
    public Optional<IndexSet.Title> findByName(String name) {
        return titles.find("name", name).firstResultOptional().map(IndexSetRow::title);
    }

    @Override
    public List<IndexSet.Title> list(Optional<IndexSetId> after, Optional<Instant> importedAfter, int limit) {
        return titles
                .find(
                        "id > ?1 and importedAt > ?2 order by id",
                        after.map(IndexSetId::value).orElse(Sorting.BEFORE_ALL),
                        importedAfter.orElse(Instant.EPOCH))
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(IndexSetRow::title)
                .toList();
    }

    @Override
    public void holdNames() {
        holds.hold("allocation.index-names");
    }

    @Override
    public void add(IndexSet set) {
        titles.persist(new IndexSetRow(set.title()));
        set.values()
                .forEach((school, value) ->
                        values.persist(new SchoolIndexRow(set.title().id(), school, value)));
        values.flush();
    }
}
