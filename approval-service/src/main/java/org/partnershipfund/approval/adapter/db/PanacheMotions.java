package org.partnershipfund.approval.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.MotionId;
import org.partnershipfund.approval.council.Motions;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Motions in table {@code motion}. */
@ApplicationScoped
class PanacheMotions implements Motions {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<MotionRow, UUID> {}

    private final Rows rows;

    PanacheMotions(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Versioned<Motion>> find(MotionId id) {
        return rows.findByIdOptional(id.value()).map(MotionRow::versioned);
    }

    @Override
    public Optional<Versioned<Motion>> hold(MotionId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(MotionRow::versioned);
    }

    @Override
    public Optional<MeetingId> meeting(MotionId id) {
        return rows.getEntityManager()
                .createQuery("select m.meetingId from MotionRow m where m.id = :id", UUID.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(MeetingId::new);
    }

    @Override
    public List<Versioned<Motion>> about(UUID selection) {
        return rows.list("selectionId = ?1 order by id", selection).stream()
                .map(MotionRow::versioned)
                .toList();
    }

    @Override
    public List<Versioned<Motion>> of(MeetingId meeting) {
        return rows.list("meetingId = ?1 order by id", meeting.value()).stream()
                .map(MotionRow::versioned)
                .toList();
    }

    @Override
    public List<Versioned<Motion>> list(Filter asked, Optional<MotionId> after, int limit) {
        var filter = new org.partnershipfund.approval.adapter.db.Filter(
                        "id > :after", "after", after.map(MotionId::value).orElse(Sorting.BEFORE_ALL))
                .and("schoolCode in :schools", "schools", asked.schools().map(Codes::of))
                .and("selectionId = :selection", "selection", asked.selection())
                .and("coalesce(result, 'open') = :result", "result", asked.result())
                .and(
                        "accountNeeded = :owed and accountText is null",
                        "owed",
                        asked.accountOwed() ? Optional.of(true) : Optional.empty());
        return rows.find(filter.orderBy("id"), filter.values()).page(Page.ofSize(limit)).list().stream()
                .map(MotionRow::versioned)
                .toList();
    }

    @Override
    public long store(Motion motion, long readVersion) {
        UUID id = motion.question().id().value();
        MotionRow row = rows.findById(id);
        if ((row == null ? 0 : row.version) != readVersion) {
            throw new StaleStateException(id, readVersion);
        }
        if (row == null) {
            row = MotionRow.of(motion.question()).take(motion);
            rows.persist(row);
        } else {
            var _ = row.take(motion);
        }
        rows.flush();
        return row.version;
    }
}
