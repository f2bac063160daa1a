package org.partnershipfund.allocation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.Component;
import org.partnershipfund.allocation.opportunityindex.Direction;
import org.partnershipfund.allocation.opportunityindex.Factor;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.Millionths;
import org.partnershipfund.allocation.opportunityindex.MissingRule;
import org.partnershipfund.allocation.opportunityindex.Normalisation;
import org.partnershipfund.allocation.opportunityindex.Weight;
import org.partnershipfund.allocation.usecase.MakeIndexModel;

/** A version of an index model on the wire, without its factors. */
@Schema(name = "IndexModel")
public record IndexModelJson(
        UUID id,
        @Schema(examples = "Opportunity Index FY2019") String name,
        @Schema(examples = "1") int version,

        @Schema(examples = "School Committee, 15 November 2017")
        String decidedBy,

        @Schema(description = "Whether it only shows how things work; then so does every index that it computes")
        boolean illustrative,

        @Schema(
                enumeration = {"refuse", "middle", "leave-out"},
                description = "What an empty value means")
        String missing,

        Instant madeAt) {

    private static final String WEIGHT = "0(\\.[0-9]{1,6})?|1(\\.0{1,6})?";
    private static final String WEIGHT_REASON = "it must be a text from \"0\" to \"1\" with at most six decimals";
    private static final String VALUE_REASON = "it must be a text such as \"0\", \"-2.5\" or \"250000\"";

    private static final String ONE_OF = "it must be one of ";
    private static final String COMPONENTS = "neighborhood|individual|performance";
    private static final String DIRECTIONS = "more-is-need|less-is-need";
    private static final String NORMALISATIONS = "percentile-rank|z-score|min-max";
    private static final String MISSING_RULES = "refuse|middle|leave-out";

    /** How much each component counts. */
    @Schema(name = "ComponentWeights", description = "Decimals that add up to 1")
    public record Weights(
            @NotNull @Pattern(regexp = WEIGHT, message = WEIGHT_REASON) @JsonProperty(required = true)
            @Schema(required = true, examples = "0.4", description = "Where pupils live, by census tract")
            String neighborhood,

            @NotNull @Pattern(regexp = WEIGHT, message = WEIGHT_REASON) @JsonProperty(required = true)
            @Schema(required = true, examples = "0.35", description = "What pupils and their families bring along")
            String individual,

            @NotNull @Pattern(regexp = WEIGHT, message = WEIGHT_REASON) @JsonProperty(required = true)
            @Schema(required = true, examples = "0.25", description = "How school went so far")
            String performance) {

        static Weights of(IndexModel model) {
            return new Weights(
                    model.weight(Component.NEIGHBORHOOD).decimal(),
                    model.weight(Component.INDIVIDUAL).decimal(),
                    model.weight(Component.PERFORMANCE).decimal());
        }

        Map<Component, Weight> weights() {
            return Map.of(
                    Component.NEIGHBORHOOD, Weight.of(neighborhood),
                    Component.INDIVIDUAL, Weight.of(individual),
                    Component.PERFORMANCE, Weight.of(performance));
        }
    }

    /**
     * One thing that is measured.
     *
     * @param lowest the least value that can be true; absent if unbounded
     * @param highest the greatest
     */
    @Schema(name = "IndexFactor")
    public record FactorJson(
            @NotNull @Pattern(
                    regexp = Factor.KEY,
                    message = "it must be a column's name: a lower-case letter, then letters, digits or _, at most 60")
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "median_household_income",
                    description = "Its column: in the tracts' file for the neighborhood, in the pupils' file otherwise")
            String key,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Median household income of the census tract")
            String label,

            @NotNull @Pattern(regexp = COMPONENTS, message = ONE_OF + COMPONENTS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"neighborhood", "individual", "performance"})
            String component,

            @NotNull @Pattern(regexp = DIRECTIONS, message = ONE_OF + DIRECTIONS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"more-is-need", "less-is-need"})
            String direction,

            @NotNull @Pattern(regexp = NORMALISATIONS, message = ONE_OF + NORMALISATIONS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"percentile-rank", "z-score", "min-max"})
            String normalisation,

            @Pattern(regexp = Millionths.DECIMAL, message = VALUE_REASON) @Schema(examples = "0", description = "The least value that can be true; absent if unbounded")
            @Nullable String lowest,

            @Pattern(regexp = Millionths.DECIMAL, message = VALUE_REASON) @Schema(examples = "300000", description = "The greatest value that can be true; absent if unbounded")
            @Nullable String highest,

            @NotNull @Pattern(regexp = WEIGHT, message = WEIGHT_REASON) @JsonProperty(required = true)
            @Schema(required = true, examples = "0.5", description = "Within its component")
            String weight) {

        static FactorJson of(Factor factor) {
            return new FactorJson(
                    factor.key(),
                    factor.label(),
                    factor.component().word(),
                    factor.direction().word(),
                    factor.normalisation().word(),
                    factor.lowest() == null ? null : Millionths.decimal(factor.lowest()),
                    factor.highest() == null ? null : Millionths.decimal(factor.highest()),
                    factor.weight().decimal());
        }

        Factor factor() {
            return new Factor(
                    key,
                    label,
                    Component.of(component).orElseThrow(),
                    Direction.of(direction).orElseThrow(),
                    Normalisation.of(normalisation).orElseThrow(),
                    millionths(lowest),
                    millionths(highest),
                    Weight.of(weight));
        }

        private static @Nullable Long millionths(@Nullable String decimal) {
            return decimal == null ? null : Millionths.parse(decimal).getAsLong();
        }
    }

    /** A version of an index model with all that it measures. */
    @Schema(name = "IndexModelInFull")
    public record InFull(IndexModelJson model, Weights weights, List<FactorJson> factors) {

        static InFull of(IndexModel model) {
            return new InFull(
                    IndexModelJson.of(model),
                    Weights.of(model),
                    model.factors().stream().map(FactorJson::of).toList());
        }
    }

    /** What it takes to make a version of a model. */
    @Schema(name = "MakeIndexModel")
    public record ToMake(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Opportunity Index FY2019",
                    description = "A name that is there already gets its next version")
            String name,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "School Committee, 15 November 2017",
                    description = "Who decided about factors and weights, and by what")
            String decidedBy,

            @NotNull @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "true",
                    description = "Whether it only shows how things work; then so does every index that it computes")
            Boolean illustrative,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            Weights weights,

            @NotNull @Pattern(regexp = MISSING_RULES, message = ONE_OF + MISSING_RULES) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"refuse", "middle", "leave-out"},
                    description =
                            "What an empty value means: the computation is refused, it scores 0.5, or the component's other factors carry its weight")
            String missing,

            @NotNull @Size(min = 1, max = 60) @JsonProperty(required = true) @Schema(required = true)
            List<@NotNull @Valid FactorJson> factors) {

        MakeIndexModel.Ask ask() {
            return new MakeIndexModel.Ask(
                    name,
                    decidedBy,
                    illustrative,
                    weights.weights(),
                    factors.stream().map(FactorJson::factor).toList(),
                    MissingRule.of(missing).orElseThrow());
        }
    }

    static IndexModelJson of(IndexModel model) {
        return new IndexModelJson(
                model.id().value(),
                model.name(),
                model.version(),
                model.decidedBy(),
                model.illustrative(),
                model.missing().word(),
                model.madeAt());
    }
}
