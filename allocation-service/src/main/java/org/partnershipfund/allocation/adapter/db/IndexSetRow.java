package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.Provenance;

/** The title of an index set as it lies in table {@code index_set}. */
@Entity
@Immutable
@Table(name = "index_set")
class IndexSetRow {

    @Id
    private UUID id;

    private String name;
    private String source;
    private String method;

    @Column(name = "snapshot_date")
    private LocalDate snapshotDate;

    private boolean illustrative;

    @Column(name = "imported_at")
    private Instant importedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected IndexSetRow() {}

    IndexSetRow(IndexSet.Title title) {
        id = title.id().value();
        name = title.name();
        source = title.provenance().source();
        method = title.provenance().method();
        snapshotDate = title.provenance().snapshotDate();
        illustrative = title.provenance().illustrative();
        importedAt = title.importedAt();
    }

    IndexSet.Title title() {
        return new IndexSet.Title(
                new IndexSetId(id), name, new Provenance(source, method, snapshotDate, illustrative), importedAt);
    }
}
