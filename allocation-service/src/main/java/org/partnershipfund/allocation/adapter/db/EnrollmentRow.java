package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.OptionalInt;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.school.Enrollment;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.kernel.SchoolCode;

/** The pupils of one school in one snapshot, as they lie in table {@code enrollment}. */
@Entity
@Immutable
@Table(name = "enrollment")
class EnrollmentRow {

    /** Which snapshot, which school. */
    @Embeddable
    record Key(
            @Column(name = "snapshot_id") UUID snapshot,
            @Column(name = "school_code") String school) {}

    @EmbeddedId
    private Key key;

    private int pupils;

    @Column(name = "economically_disadvantaged")
    private @Nullable Integer economicallyDisadvantaged;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected EnrollmentRow() {}

    EnrollmentRow(SnapshotId snapshot, SchoolCode school, Enrollment enrollment) {
        key = new Key(snapshot.value(), school.value());
        pupils = enrollment.pupils();
        OptionalInt told = enrollment.economicallyDisadvantaged();
        economicallyDisadvantaged = told.isPresent() ? Integer.valueOf(told.getAsInt()) : null;
    }

    UUID snapshot() {
        return key.snapshot();
    }

    SchoolCode school() {
        return new SchoolCode(key.school());
    }

    Enrollment enrollment() {
        return economicallyDisadvantaged == null
                ? Enrollment.of(pupils)
                : new Enrollment(pupils, economicallyDisadvantaged);
    }
}
