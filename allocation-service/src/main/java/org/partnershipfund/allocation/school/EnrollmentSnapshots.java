package org.partnershipfund.allocation.school;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;

/** All enrolment snapshots, as the core sees them; they are added and never changed. */
public interface EnrollmentSnapshots {

    /** The snapshot with all its counts. */
    Optional<EnrollmentSnapshot> find(SnapshotId id);

    /** Which snapshot there is of that kind and day. */
    Optional<EnrollmentSnapshot.Title> find(SnapshotKind kind, LocalDate asOf);

    /**
     * The titles in the order of their ids, for a list.
     *
     * @param after only ids that sort behind this one
     * @param importedAfter only snapshots that were imported later than this
     * @param limit at most that many
     */
    List<EnrollmentSnapshot.Title> list(Optional<SnapshotId> after, Optional<Instant> importedAfter, int limit);

    /** For each of these schools that was ever counted, the count of the latest day; October beats projected. */
    Map<SchoolCode, LatestCount> latest(Collection<SchoolCode> schools);

    /** Adds a snapshot whose id, kind and day are new. */
    void add(EnrollmentSnapshot snapshot);

    /** A school's latest count and which snapshot it is from. */
    record LatestCount(EnrollmentSnapshot.Title title, Enrollment enrollment) {}
}
