package org.partnershipfund.allocation.school;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.kernel.SchoolCode;

/**
 * The pupils of all schools on one day, as one import brought them; it never changes.
 *
 * @param title which count this is
 * @param counts per school; at least one
 */
public record EnrollmentSnapshot(Title title, SortedMap<SchoolCode, Enrollment> counts) {

    public EnrollmentSnapshot {
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("a snapshot counts at least one school");
        }
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /**
     * Which count a snapshot is.
     *
     * @param kind expected or counted; with {@code asOf} it is unique
     * @param asOf the day for which it holds
     * @param source where the numbers come from, for whoever checks them
     * @param importedAt on the district clock
     */
    public record Title(SnapshotId id, SnapshotKind kind, LocalDate asOf, String source, Instant importedAt) {}
}
