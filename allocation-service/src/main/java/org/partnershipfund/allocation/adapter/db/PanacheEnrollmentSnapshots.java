package org.partnershipfund.allocation.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.partnershipfund.allocation.school.Enrollment;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.allocation.school.EnrollmentSnapshots;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.allocation.school.SnapshotKind;
import org.partnershipfund.kernel.SchoolCode;

/** Snapshots in tables {@code enrollment_snapshot} and {@code enrollment}. */
@ApplicationScoped
class PanacheEnrollmentSnapshots implements EnrollmentSnapshots {

    /** The titles as Panache sees them. */
    @ApplicationScoped
    static class Titles implements PanacheRepositoryBase<SnapshotRow, UUID> {}

    /** The counts as Panache sees them. */
    @ApplicationScoped
    static class Counts implements PanacheRepositoryBase<EnrollmentRow, EnrollmentRow.Key> {}

    private static final String LATEST = """
            SELECT DISTINCT ON (e.school_code) e.school_code, e.snapshot_id, e.pupils, e.economically_disadvantaged
              FROM enrollment e JOIN enrollment_snapshot s ON s.id = e.snapshot_id
             WHERE e.school_code IN (:schools)
             ORDER BY e.school_code, s.as_of DESC, s.kind = 'october' DESC
            """;

    private final Titles titles;
    private final Counts counts;
    private final EntityManager database;

    PanacheEnrollmentSnapshots(Titles titles, Counts counts, EntityManager database) {
        this.titles = titles;
        this.counts = counts;
        this.database = database;
    }

    @Override
    public Optional<EnrollmentSnapshot> find(SnapshotId id) {
        return titles.findByIdOptional(id.value()).map(row -> {
            SortedMap<SchoolCode, Enrollment> found = new TreeMap<>();
            counts.list("key.snapshot", id.value()).forEach(count -> found.put(count.school(), count.enrollment()));
            return new EnrollmentSnapshot(row.title(), found);
        });
    }

    @Override
    public Optional<EnrollmentSnapshot.Title> find(SnapshotKind kind, LocalDate asOf) {
        return titles.find("kind = ?1 and asOf = ?2", SnapshotRow.word(kind), asOf)
                .firstResultOptional()
                .map(SnapshotRow::title);
    }

    @Override
    public List<EnrollmentSnapshot.Title> list(Optional<SnapshotId> after, Optional<Instant> importedAfter, int limit) {
        return titles
                .find(
                        "id > ?1 and importedAt > ?2 order by id",
                        after.map(SnapshotId::value).orElse(Sorting.BEFORE_ALL),
                        importedAfter.orElse(Instant.EPOCH))
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(SnapshotRow::title)
                .toList();
    }

    @Override
    public Map<SchoolCode, LatestCount> latest(Collection<SchoolCode> schools) {
        if (schools.isEmpty()) {
            return Map.of();
        }
        Map<SchoolCode, LatestCount> latest = new HashMap<>();
        for (EnrollmentRow row : latestRows(schools)) {
            latest.put(
                    row.school(),
                    new LatestCount(titles.findById(row.snapshot()).title(), row.enrollment()));
        }
        return latest;
    }

    @SuppressWarnings("unchecked") // a native query has no type of its own; it is asked for these rows
    private List<EnrollmentRow> latestRows(Collection<SchoolCode> schools) {
        return database.createNativeQuery(LATEST, EnrollmentRow.class)
                .setParameter("schools", schools.stream().map(SchoolCode::value).toList())
                .getResultList();
    }

    @Override
    public void add(EnrollmentSnapshot snapshot) {
        titles.persist(new SnapshotRow(snapshot.title()));
        snapshot.counts()
                .forEach((school, enrollment) ->
                        counts.persist(new EnrollmentRow(snapshot.title().id(), school, enrollment)));
        counts.flush();
    }
}
