package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.allocation.school.SnapshotKind;

/** The title of a snapshot as it lies in table {@code enrollment_snapshot}. */
@Entity
@Immutable
@Table(name = "enrollment_snapshot")
class SnapshotRow {

    @Id
    private UUID id;

    private String kind;

    @Column(name = "as_of")
    private LocalDate asOf;

    private String source;

    @Column(name = "imported_at")
    private Instant importedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected SnapshotRow() {}

    SnapshotRow(EnrollmentSnapshot.Title title) {
        id = title.id().value();
        kind = word(title.kind());
        asOf = title.asOf();
        source = title.source();
        importedAt = title.importedAt();
    }

    EnrollmentSnapshot.Title title() {
        return new EnrollmentSnapshot.Title(new SnapshotId(id), kind(kind), asOf, source, importedAt);
    }

    static String word(SnapshotKind kind) {
        return switch (kind) {
            case PROJECTED -> "projected";
            case OCTOBER -> "october";
        };
    }

    private static SnapshotKind kind(String word) {
        return switch (word) {
            case "projected" -> SnapshotKind.PROJECTED;
            case "october" -> SnapshotKind.OCTOBER;
            case String unknown -> throw new IllegalStateException("a snapshot has kind " + unknown);
        };
    }
}
