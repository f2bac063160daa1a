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
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.TractSet;
import org.partnershipfund.allocation.opportunityindex.TractSetId;
import org.partnershipfund.allocation.opportunityindex.TractSets;
import org.partnershipfund.foundation.sql.Holds;

/** Tract sets in tables {@code tract_set} and {@code tract}. */
@ApplicationScoped
class PanacheTractSets implements TractSets {

    /** The titles as Panache sees them. */
    @ApplicationScoped
    static class Titles implements PanacheRepositoryBase<TractSetRow, UUID> {}

    /** The tracts as Panache sees them. */
    @ApplicationScoped
    static class Tracts implements PanacheRepositoryBase<TractRow, TractRow.Key> {}

    private final Titles titles;
    private final Tracts tracts;
    private final Holds holds;

    PanacheTractSets(Titles titles, Tracts tracts, Holds holds) {
        this.titles = titles;
        this.tracts = tracts;
        this.holds = holds;
    }

    @Override
    public Optional<TractSet> find(TractSetId id) {
        return titles.findByIdOptional(id.value()).map(row -> {
            SortedMap<String, List<@Nullable Long>> found = new TreeMap<>();
            tracts.list("key.set", id.value()).forEach(tract -> found.put(tract.geoid(), tract.values()));
            return new TractSet(row.title(), found);
        });
    }

    @Override
    public Optional<Counted> count(TractSetId id) {
        return titles.findByIdOptional(id.value())
                .map(row -> new Counted(row.title(), tracts.count("key.set", id.value())));
    }

    @Override
    public Optional<TractSet.Title> findByName(String name) {
        return titles.find("name", name).firstResultOptional().map(TractSetRow::title);
    }

    @Override
    public List<TractSet.Title> list(Optional<TractSetId> after, Optional<Instant> importedAfter, int limit) {
        return titles
                .find(
                        "id > ?1 and importedAt > ?2 order by id",
                        after.map(TractSetId::value).orElse(Sorting.BEFORE_ALL),
                        importedAfter.orElse(Instant.EPOCH))
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(TractSetRow::title)
                .toList();
    }

    @Override
    public void holdNames() {
        holds.hold("allocation.tract-set-names");
    }

    @Override
    public void add(TractSet set) {
        titles.persist(new TractSetRow(set.title()));
        for (var tract : set.values().entrySet()) {
            tracts.persist(new TractRow(set.title().id(), tract.getKey(), tract.getValue()));
        }
        tracts.flush();
    }
}
