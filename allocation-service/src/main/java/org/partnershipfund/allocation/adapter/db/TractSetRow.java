package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.partnershipfund.allocation.opportunityindex.TractSet;
import org.partnershipfund.allocation.opportunityindex.TractSetId;

/** The title of a tract set as it lies in table {@code tract_set}. */
@Entity
@Immutable
@Table(name = "tract_set")
class TractSetRow {

    @Id
    private UUID id;

    private String name;
    private String source;

    @Column(name = "as_of")
    private LocalDate asOf;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] factors;

    private String digest;

    @Column(name = "imported_at")
    private Instant importedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected TractSetRow() {}

    TractSetRow(TractSet.Title title) {
        id = title.id().value();
        name = title.name();
        source = title.source();
        asOf = title.asOf();
        factors = title.factors().toArray(String[]::new);
        digest = title.digest();
        importedAt = title.importedAt();
    }

    TractSet.Title title() {
        return new TractSet.Title(new TractSetId(id), name, source, asOf, List.of(factors), digest, importedAt);
    }
}
