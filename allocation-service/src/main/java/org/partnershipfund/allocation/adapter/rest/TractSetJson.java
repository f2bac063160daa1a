package org.partnershipfund.allocation.adapter.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.allocation.opportunityindex.TractSet;
import org.partnershipfund.allocation.opportunityindex.TractSets;

/** A set of census tracts on the wire. */
@Schema(name = "TractSet")
public record TractSetJson(
        UUID id,
        @Schema(examples = "Boston 2012-2016") String name,

        @Schema(examples = "US Census ACS 2012-2016, processed by the Boston Area Research Initiative")
        String source,

        @Schema(examples = "2016-12-31") LocalDate asOf,

        @Schema(description = "The keys of what is known of each tract", examples = "[\"median_household_income\"]")
        List<String> factors,

        @Schema(
                description = "SHA-256 of the file",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String digest,

        Instant importedAt) {

    /** The answer to a successful import. */
    @Schema(name = "ImportedTracts")
    public record Imported(
            TractSetJson tracts, @Schema(examples = "178") int count) {

        static Imported of(TractSets.Counted set) {
            return new Imported(TractSetJson.of(set.title()), Math.toIntExact(set.tracts()));
        }

        static Imported of(TractSet set) {
            return new Imported(TractSetJson.of(set.title()), set.values().size());
        }
    }

    static TractSetJson of(TractSet.Title title) {
        return new TractSetJson(
                title.id().value(),
                title.name(),
                title.source(),
                title.asOf(),
                title.factors(),
                title.digest(),
                title.importedAt());
    }
}
