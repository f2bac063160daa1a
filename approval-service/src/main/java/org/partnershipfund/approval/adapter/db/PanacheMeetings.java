package org.partnershipfund.approval.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.council.Meeting;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Meetings;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Meetings in table {@code meeting}. */
@ApplicationScoped
class PanacheMeetings implements Meetings {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<MeetingRow, UUID> {}

    private final Rows rows;

    PanacheMeetings(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Versioned<Meeting>> find(MeetingId id) {
        return rows.findByIdOptional(id.value()).map(MeetingRow::versioned);
    }

    @Override
    public Optional<Versioned<Meeting>> hold(MeetingId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(MeetingRow::versioned);
    }

    @Override
    public List<Versioned<Meeting>> list(SchoolCode school, Optional<MeetingId> after, int limit) {
        return rows
                .find(
                        "schoolCode = ?1 and id > ?2 order by id",
                        school.value(),
                        after.map(MeetingId::value).orElse(Sorting.BEFORE_ALL))
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(MeetingRow::versioned)
                .toList();
    }

    @Override
    public long store(Meeting meeting, long readVersion) {
        UUID id = meeting.notice().id().value();
        MeetingRow row = rows.findById(id);
        if ((row == null ? 0 : row.version) != readVersion) {
            throw new StaleStateException(id, readVersion);
        }
        if (row == null) {
            row = MeetingRow.of(meeting.notice()).take(meeting);
            rows.persist(row);
        } else {
            var _ = row.take(meeting);
        }
        rows.flush();
        return row.version;
    }
}
