package org.partnershipfund.allocation.adapter.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.allocation.opportunityindex.IndexSet;

/** An index set on the wire. */
@Schema(name = "IndexSet")
public record IndexJson(
        UUID id,
        @Schema(examples = "Need 2017") String name,

        @Schema(examples = "Massachusetts DESE, school year 2016-17")
        String source,

        @Schema(examples = "economically disadvantaged pupils divided by all pupils")
        String method,

        @Schema(examples = "2016-10-01") LocalDate snapshotDate,

        @Schema(description = "Whether the set only shows how things work; then it is not the district's own index")
        boolean illustrative,

        Instant importedAt) {

    /** The answer to a successful import. */
    @Schema(name = "ImportedIndex")
    public record Imported(
            IndexJson index,
            @Schema(examples = "118") int schools,
            @Schema(examples = "0.157303") String lowest,
            @Schema(examples = "0.844538") String highest) {

        static Imported of(IndexSet set) {
            return new Imported(
                    IndexJson.of(set.title()),
                    set.values().size(),
                    Collections.min(set.values().values()).decimal(),
                    Collections.max(set.values().values()).decimal());
        }
    }

    static IndexJson of(IndexSet.Title title) {
        return new IndexJson(
                title.id().value(),
                title.name(),
                title.provenance().source(),
                title.provenance().method(),
                title.provenance().snapshotDate(),
                title.provenance().illustrative(),
                title.importedAt());
    }
}
