package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.allocation.school.Enrollment;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.allocation.school.EnrollmentSnapshots;
import org.partnershipfund.allocation.school.RollLine;
import org.partnershipfund.allocation.school.SchoolRefusal.CountOfADayToCome;
import org.partnershipfund.allocation.school.SchoolRefusal.SnapshotExists;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.allocation.school.SnapshotKind;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Adds or corrects the schools of a file and keeps their pupils as a new snapshot; all lines or none. */
@ApplicationScoped
public class ImportSchools {

    private final Schools schools;
    private final EnrollmentSnapshots snapshots;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ImportSchools(Schools schools, EnrollmentSnapshots snapshots, AuditTrail audit, Ids ids, Clock clock) {
        this.schools = schools;
        this.snapshots = snapshots;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the importer says about the file.
     *
     * @param digest SHA-256 of its bytes, for the audit
     */
    public record Label(SnapshotKind kind, LocalDate asOf, String source, String digest) {}

    /** The lines that contradict each other or the schools that are known; none in a good file. */
    @Transactional
    public List<RollLine.Fault> check(List<RollLine> file) {
        schools.holdRoll();
        return RollLine.faults(file, schools.all());
    }

    /**
     * Imports a file that {@link #check} found no fault in, within the same transaction.
     *
     * @throws RefusedException if that day has not come, or a snapshot of that kind and day exists
     */
    @Transactional
    public EnrollmentSnapshot importAll(Label label, List<RollLine> file) {
        schools.holdRoll();
        SortedMap<SchoolCode, Enrollment> counts = new TreeMap<>();
        file.forEach(line -> counts.put(line.school().code(), line.enrollment()));
        refuseUnusable(label);
        Instant now = clock.instant();
        schools.keep(file.stream().map(RollLine::school).toList(), now);
        return keep(label, counts, now);
    }

    /**
     * Keeps the pupils of schools that are known, whose names and codes stay as they are.
     *
     * @param counts at least one
     * @throws RefusedException if that day has not come, or a snapshot of that kind and day exists
     */
    @Transactional
    public EnrollmentSnapshot importCounts(Label label, SortedMap<SchoolCode, Enrollment> counts) {
        schools.holdRoll();
        refuseUnusable(label);
        return keep(label, counts, clock.instant());
    }

    private void refuseUnusable(Label label) {
        var today = LocalDate.now(clock);
        if (label.asOf().isAfter(today)) {
            throw new RefusedException(new CountOfADayToCome(label.asOf(), today));
        }
        snapshots.find(label.kind(), label.asOf()).ifPresent(existing -> {
            throw new RefusedException(new SnapshotExists(label.kind(), label.asOf(), existing.id()));
        });
    }

    private EnrollmentSnapshot keep(Label label, SortedMap<SchoolCode, Enrollment> counts, Instant now) {
        var snapshot = new EnrollmentSnapshot(
                new EnrollmentSnapshot.Title(
                        new SnapshotId(ids.next()), label.kind(), label.asOf(), label.source(), now),
                counts);
        snapshots.add(snapshot);
        // A school is read with its latest pupils: who asks what changed since must learn of them.
        schools.touch(counts.keySet(), now);
        audit.record(new AuditTrail.Change(
                "SchoolsImported",
                snapshot.title().id().value().toString(),
                null,
                new Imported(snapshot.title(), counts.size(), label.digest())));
        return snapshot;
    }

    /** Pupils are audited as counts and digest, never as figures per school. */
    private record Imported(EnrollmentSnapshot.Title title, int schools, String digest) {}
}
