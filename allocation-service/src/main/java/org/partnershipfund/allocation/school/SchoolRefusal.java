package org.partnershipfund.allocation.school;

import java.time.LocalDate;
import java.util.Locale;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/** Every way schools and their counts can say no. */
public sealed interface SchoolRefusal extends Refusal {

    /** Nobody has imported a school of this code. */
    record NoSuchSchool(SchoolCode school) implements SchoolRefusal {
        @Override
        public String sentence() {
            return "There is no school %s. GET /schools lists those that were imported.".formatted(school);
        }
    }

    /** The id names no enrolment snapshot. */
    record NoSuchSnapshot(SnapshotId snapshot) implements SchoolRefusal {
        @Override
        public String sentence() {
            return "There is no enrolment snapshot %s. GET /schools/imports lists those that were imported."
                    .formatted(snapshot.value());
        }
    }

    /** The latest count is what everybody reads; a day that has not come has no count. */
    record CountOfADayToCome(LocalDate asOf, LocalDate today) implements SchoolRefusal {
        @Override
        public String sentence() {
            return "asOf is %s, and today is %s in the district. A projection counts as of the day on which it was made; give that day."
                    .formatted(asOf, today);
        }
    }

    /** A snapshot never changes, so the same day and kind cannot come twice. */
    record SnapshotExists(SnapshotKind kind, LocalDate asOf, SnapshotId existing) implements SchoolRefusal {
        @Override
        public String sentence() {
            return "The %s enrolment as of %s was imported before, as snapshot %s, and a snapshot never changes. Use that one, or import the corrected file with the day of the correction as asOf."
                    .formatted(kind.name().toLowerCase(Locale.ROOT), asOf, existing.value());
        }
    }
}
