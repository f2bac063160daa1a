package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.TractSetId;

/** What one set knows of one census tract, as it lies in table {@code tract}. */
@Entity
@Immutable
@Table(name = "tract")
class TractRow {

    /** Which set, which tract. */
    @Embeddable
    record Key(@Column(name = "set_id") UUID set, String geoid) {}

    @EmbeddedId
    private Key key;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable Long[] measured;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected TractRow() {}

    TractRow(TractSetId set, String geoid, List<@Nullable Long> values) {
        key = new Key(set.value(), geoid);
        measured = values.toArray(Long[]::new);
    }

    String geoid() {
        return key.geoid();
    }

    List<@Nullable Long> values() {
        return Arrays.asList(measured);
    }
}
