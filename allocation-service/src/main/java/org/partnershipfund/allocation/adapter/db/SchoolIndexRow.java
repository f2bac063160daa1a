package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.SchoolCode;

/** The index of one school in one set, as it lies in table {@code school_index}. */
@Entity
@Immutable
@Table(name = "school_index")
class SchoolIndexRow {

    /** Which set, which school. */
    @Embeddable
    record Key(
            @Column(name = "index_set_id") UUID set,
            @Column(name = "school_code") String school) {}

    @EmbeddedId
    private Key key;

    private int millionths;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected SchoolIndexRow() {}

    SchoolIndexRow(IndexSetId set, SchoolCode school, IndexValue value) {
        key = new Key(set.value(), school.value());
        millionths = value.millionths();
    }

    SchoolCode school() {
        return new SchoolCode(key.school());
    }

    IndexValue value() {
        return new IndexValue(millionths);
    }
}
