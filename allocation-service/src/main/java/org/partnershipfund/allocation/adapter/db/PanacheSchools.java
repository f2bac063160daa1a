package org.partnershipfund.allocation.adapter.db;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** Schools in table {@code school}. */
@ApplicationScoped
class PanacheSchools implements Schools {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<SchoolRow, String> {}

    private final Rows rows;
    private final Holds holds;

    PanacheSchools(Rows rows, Holds holds) {
        this.rows = rows;
        this.holds = holds;
    }

    @Override
    public Optional<Versioned<School>> find(SchoolCode code) {
        return rows.findByIdOptional(code.value()).map(SchoolRow::versioned);
    }

    @Override
    public SortedMap<SchoolCode, School> all() {
        SortedMap<SchoolCode, School> all = new TreeMap<>();
        rows.listAll().stream().map(SchoolRow::school).forEach(school -> all.put(school.code(), school));
        return all;
    }

    @Override
    public List<Versioned<School>> list(Optional<SchoolCode> after, Optional<Instant> modifiedAfter, int limit) {
        return rows
                .find(
                        "code > :after and modifiedAt > :modifiedAfter order by code",
                        Map.of(
                                "after",
                                after.map(SchoolCode::value).orElse(""),
                                "modifiedAfter",
                                modifiedAfter.orElse(Instant.EPOCH)))
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(SchoolRow::versioned)
                .toList();
    }

    @Override
    public void keep(Collection<School> schools, Instant at) {
        Map<SchoolCode, SchoolRow> known =
                rows
                        .list(
                                "code in ?1",
                                schools.stream()
                                        .map(school -> school.code().value())
                                        .toList())
                        .stream()
                        .collect(toMap(row -> row.school().code(), identity()));
        for (School school : schools) {
            SchoolRow row = known.get(school.code());
            if (row == null) {
                rows.persist(new SchoolRow(school, at));
            } else if (!row.school().equals(school)) {
                row.take(school, at);
            }
        }
        rows.flush();
    }

    @Override
    public void touch(Collection<SchoolCode> codes, Instant at) {
        rows.list("code in ?1", codes.stream().map(SchoolCode::value).toList()).forEach(row -> row.touch(at));
        rows.flush();
    }

    @Override
    public void holdRoll() {
        holds.hold("allocation.school-roll");
    }

    @Override
    public void hold(Collection<SchoolCode> codes) {
        var _ = rows.find(
                        "code in ?1 order by code",
                        codes.stream().map(SchoolCode::value).toList())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
