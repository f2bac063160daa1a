package org.partnershipfund.approval.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Councils;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Councils in table {@code council}. */
@ApplicationScoped
class PanacheCouncils implements Councils {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CouncilRow, String> {}

    private final Rows rows;
    private final Holds holds;

    PanacheCouncils(Rows rows, Holds holds) {
        this.rows = rows;
        this.holds = holds;
    }

    @Override
    public void hold(SchoolCode school) {
        holds.hold("approval.council." + school);
    }

    @Override
    public Optional<Versioned<Council>> find(SchoolCode school) {
        return rows.findByIdOptional(school.value()).map(CouncilRow::versioned);
    }

    @Override
    public List<Versioned<Council>> list(
            Optional<Set<SchoolCode>> schools, Optional<SchoolCode> after, Optional<Instant> modifiedAfter, int limit) {
        var filter = new Filter(
                        "schoolCode > :after",
                        "after",
                        after.map(SchoolCode::value).orElse(""))
                .and("schoolCode in :schools", "schools", schools.map(Codes::of))
                .and("modifiedAt > :modifiedAfter", "modifiedAfter", modifiedAfter);
        return rows.find(filter.orderBy("schoolCode"), filter.values()).page(Page.ofSize(limit)).list().stream()
                .map(CouncilRow::versioned)
                .toList();
    }

    @Override
    public long store(Council council, long readVersion, Instant at) {
        CouncilRow row = rows.findById(council.school().value());
        if ((row == null ? 0 : row.version) != readVersion) {
            throw new StaleStateException(council.school(), readVersion);
        }
        if (row == null) {
            row = new CouncilRow().take(council, at);
            rows.persist(row);
        } else {
            var _ = row.take(council, at);
        }
        rows.flush();
        return row.version;
    }
}
