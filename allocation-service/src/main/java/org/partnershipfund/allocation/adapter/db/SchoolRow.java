package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.school.LocationCode;
import org.partnershipfund.allocation.school.ResponsibilityCentre;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** A school as it lies in table {@code school}. */
@Entity
@Table(name = "school")
class SchoolRow {

    @Id
    private String code;

    private String name;
    private String grades;

    @Column(name = "location_code")
    private @Nullable String locationCode;

    @Column(name = "responsibility_centre")
    private String responsibilityCentre;

    @Column(name = "modified_at")
    private Instant modifiedAt;

    @Version
    private long version = 1;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected SchoolRow() {}

    @SuppressWarnings("NullAway.Init") // take fills the rest
    SchoolRow(School school, Instant at) {
        code = school.code().value();
        take(school, at);
    }

    final void take(School school, Instant at) {
        name = school.name();
        grades = school.grades();
        locationCode = school.location().map(LocationCode::value).orElse(null);
        responsibilityCentre = school.centre().value();
        modifiedAt = at;
    }

    /** Hibernate writes, and counts the version up, if that is another instant. */
    void touch(Instant at) {
        modifiedAt = at;
    }

    School school() {
        return new School(
                new SchoolCode(code),
                name,
                grades,
                Optional.ofNullable(locationCode).map(LocationCode::new),
                new ResponsibilityCentre(responsibilityCentre));
    }

    Versioned<School> versioned() {
        return new Versioned<>(school(), version);
    }
}
