package org.partnershipfund.portfolio.adapter.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.search.Facet;
import org.partnershipfund.portfolio.search.FoundProgram;
import org.partnershipfund.portfolio.search.SearchResult;

/**
 * A page of a search on the wire.
 *
 * @param next the cursor of the following page; absent on the last
 */
@Schema(name = "ProgramSearch")
public record SearchJson(
        @Schema(examples = "17", description = "How many programs match in all")
        long total,

        List<HitJson> items,
        @Nullable String next,

        @Schema(
                description =
                        "What the result can be narrowed down by; of each facet every word that programs have, as if nothing were chosen of this facet")
        List<FacetJson> facets) {

    /** A program that was found. */
    @Schema(name = "ProgramHit")
    public record HitJson(
            ProgramJson program,

            @Schema(
                    description =
                            "The lowest price per pupil today, or from the fiscal year on; absent if it is priced otherwise")
            @Nullable MoneyJson pricePerPupil,

            @Schema(examples = "320", description = "Pupils that it can still take in the fiscal year")
            int capacityLeft,

            @Schema(
                    examples = "840",
                    description = "Metres from nearSchool to its nearest site; absent if it comes to the school")
            @Nullable Integer metres) {

        static HitJson of(FoundProgram found, OfferedProgram offered) {
            return new HitJson(
                    ProgramJson.of(offered),
                    found.pricePerPupil().map(MoneyJson::of).orElse(null),
                    found.capacityLeft(),
                    found.metres().orElse(null));
        }
    }

    /** A facet with its words, the most frequent first. */
    @Schema(name = "ProgramFacet")
    public record FacetJson(@Schema(examples = "grade") String facet, List<CountJson> counts) {

        static FacetJson of(Facet facet, SearchResult result) {
            return new FacetJson(
                    facet.word(),
                    result.counts().getOrDefault(facet, List.of()).stream()
                            .map(count -> new CountJson(count.word(), count.programs()))
                            .toList());
        }
    }

    /** How many programs have a word. */
    @Schema(name = "ProgramFacetCount")
    public record CountJson(
            @Schema(examples = "K") String word,
            @Schema(examples = "12") long programs) {}
}
