package org.partnershipfund.allocation.adapter.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.Component;
import org.partnershipfund.allocation.opportunityindex.Computation;
import org.partnershipfund.allocation.opportunityindex.ComputedIndex;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.SchoolNeed;
import org.partnershipfund.allocation.usecase.RecomputeIndex;

/**
 * A computation of an index set on the wire.
 *
 * @param studentsKeptUntil absent if the pupils were not kept
 */
@Schema(name = "IndexComputation")
public record IndexComputationJson(
        @Schema(description = "Also the id of the index set that came of it, for scenarios")
        UUID id,

        @Schema(examples = "Index FY2019") String name,
        UUID modelId,
        UUID tractSetId,

        @Schema(examples = "Student information system, October snapshot")
        String source,

        @Schema(
                examples =
                        "computed from pupils by index model 'Opportunity Index FY2019', version 1, and tract set 'Boston 2012-2016'")
        String method,

        @Schema(examples = "2017-10-01") LocalDate snapshotDate,

        @Schema(description = "Whether the index only shows how things work; then it is not the district's own index")
        boolean illustrative,

        @Schema(examples = "53263", description = "Of all schools that show a value of their own")
        long pupils,

        @Schema(
                description = "SHA-256 of the pupils' file",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String studentsDigest,

        @Schema(
                description = "SHA-256 of the result with all its decimals; the same inputs give the same",
                examples = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752")
        String resultDigest,

        Instant computedAt,

        @Schema(description = "Until when the pupils are kept; absent if they were deleted at once") @Nullable Instant studentsKeptUntil) {

    /**
     * What one school got.
     *
     * @param pupils absent with basis district-mean, like all that follows
     * @param neighborhood each component is absent also where it would count few pupils, or the model does not measure it
     */
    @Schema(
            name = "ComputedSchoolIndex",
            description =
                    "The mean of the school's pupils. A school of fewer than ten shows nothing of its own: its index is the mean of the pupils of all other schools, and its breakdown is absent. A component is also absent in a school of up to 200 pupils, within ten pupils of 0 or 1, and where the model measures nothing of it (policy opportunity-index, section 5).")
    public record School(
            @Schema(examples = "00350231") String schoolCode,
            @Schema(examples = "0.64") String index,

            @Schema(enumeration = {"own-pupils", "district-mean"})
            String basis,

            @Schema(examples = "238") @Nullable Long pupils,

            @Schema(examples = "0.71", description = "Mean of the neighborhood component") @Nullable String neighborhood,

            @Schema(examples = "0.62", description = "Mean of the individual component") @Nullable String individual,

            @Schema(examples = "0.55", description = "Mean of the performance component") @Nullable String performance) {

        static School of(SchoolNeed need, IndexModel model) {
            return switch (need) {
                case SchoolNeed.Measured(ComputedIndex found) ->
                    new School(
                            found.school().value(),
                            found.published().decimal(),
                            "own-pupils",
                            found.pupils(),
                            shown(found, model, Component.NEIGHBORHOOD),
                            shown(found, model, Component.INDIVIDUAL),
                            shown(found, model, Component.PERFORMANCE));
                case SchoolNeed.TooFewPupils(var school, var index) ->
                    new School(school.value(), index.decimal(), "district-mean", null, null, null, null);
            };
        }

        private static @Nullable String shown(ComputedIndex found, IndexModel model, Component component) {
            OptionalInt hundredths = model.measures(component) ? found.shown(component) : OptionalInt.empty();
            return hundredths.isPresent()
                    ? BigDecimal.valueOf(hundredths.getAsInt(), 2).toPlainString()
                    : null;
        }
    }

    /** What came out when it was computed once more. */
    @Schema(name = "IndexRecomputation")
    public record Recomputed(
            UUID id,

            @Schema(examples = "true", description = "Whether every byte is the same")
            boolean equal,

            String resultDigest,
            String recomputedDigest) {

        static Recomputed of(RecomputeIndex.Comparison comparison) {
            return new Recomputed(
                    comparison.computation().title().id().value(),
                    comparison.isEqual(),
                    comparison.computation().resultDigest(),
                    comparison.recomputedDigest());
        }
    }

    static IndexComputationJson of(Computation computation) {
        var title = computation.title();
        return new IndexComputationJson(
                title.id().value(),
                title.name(),
                computation.model().value(),
                computation.tracts().value(),
                title.provenance().source(),
                title.provenance().method(),
                title.provenance().snapshotDate(),
                title.provenance().illustrative(),
                computation.pupils(),
                computation.studentsDigest(),
                computation.resultDigest(),
                title.importedAt(),
                computation.keptUntil().orElse(null));
    }
}
