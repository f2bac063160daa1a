package org.partnershipfund.allocation.school;

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

    /** The titles in the order of their ids, behind {@code after}, at most {@code limit}. */
    List<EnrollmentSnapshot.Title> list(Optional<SnapshotId> after, int limit);

    /** For each of these schools that was ever counted, the count of the latest day; October beats projected. */
    Map<SchoolCode, LatestCount> latest(Collection<SchoolCode> schools);

    /** Adds a snapshot whose id, kind and day are new. */
    void add(EnrollmentSnapshot snapshot);

    /** A school's latest count and which snapshot it is from. */
    record LatestCount(EnrollmentSnapshot.Title title, Enrollment enrollment) {}
}
