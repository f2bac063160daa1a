package org.partnershipfund.approval.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.approval.supervision.Assignment;
import org.partnershipfund.approval.supervision.AssignmentId;
import org.partnershipfund.approval.supervision.Assignments;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Assignments in table {@code supervisor_assignment}. */
@ApplicationScoped
class PanacheAssignments implements Assignments {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<AssignmentRow, UUID> {}

    private final Rows rows;

    PanacheAssignments(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Versioned<Assignment>> find(AssignmentId id) {
        return rows.findByIdOptional(id.value()).map(AssignmentRow::versioned);
    }

    @Override
    public List<Versioned<Assignment>> list(
            Optional<Set<SchoolCode>> schools,
            Optional<AssignmentId> after,
            Optional<Instant> modifiedAfter,
            int limit) {
        var filter = new Filter(
                        "a.id > :after", "after", after.map(AssignmentId::value).orElse(Sorting.BEFORE_ALL))
                .and("exists (select 1 from a.schools s where s in :schools)", "schools", schools.map(Codes::of))
                .and("a.modifiedAt > :modifiedAfter", "modifiedAfter", modifiedAfter);
        return rows
                .find("from AssignmentRow a where " + filter.orderBy("a.id"), filter.values())
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(AssignmentRow::versioned)
                .toList();
    }

    @Override
    public long store(Assignment assignment, long readVersion) {
        AssignmentRow row = rows.findById(assignment.id().value());
        if ((row == null ? 0 : row.version) != readVersion) {
            throw new StaleStateException(assignment.id().value(), readVersion);
        }
        if (row == null) {
            row = new AssignmentRow().take(assignment);
            rows.persist(row);
        } else {
            var _ = row.take(assignment);
        }
        rows.flush();
        return row.version;
    }
}
