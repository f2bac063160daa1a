package org.partnershipfund.allocation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.formula.AllocationFormula;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.IndexWeightedPerPupil;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.allocation.usecase.RunScenario;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;

/**
 * A scenario on the wire, without its allocations.
 *
 * @param publishedAt absent while it is only computed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Scenario")
public record ScenarioJson(
        UUID id,
        UUID fundId,
        @Schema(examples = "2019") int fiscalYear,
        @Schema(examples = "Top 60, flat per pupil") String name,
        @Schema(enumeration = {"computed", "published"}) String state,
        MoneyJson pool,
        Eligibility eligibility,

        @Schema(enumeration = {"flat-per-pupil", "index-weighted-per-pupil"})
        String formula,

        UUID indexId,

        @Schema(description = "Whether the index only shows how things work")
        boolean illustrative,

        UUID enrollmentId,
        @Schema(examples = "118") int schoolsRanked,
        @Schema(examples = "60") int schoolsFunded,
        @Schema(examples = "25705") long pupilsFunded,
        @Schema(examples = "31") long leftOverCents,

        @Schema(examples = "0.602917", description = "The lowest index of a funded school")
        String lowestIndexFunded,

        Instant computedAt,
        @Nullable Instant publishedAt) {

    private static final String TOP = "top";
    private static final String THRESHOLD = "threshold";
    private static final String FLAT = "flat-per-pupil";
    private static final String INDEX_WEIGHTED = "index-weighted-per-pupil";

    /**
     * Which schools are served.
     *
     * @param kind {@code top} needs {@code schools}, {@code threshold} needs {@code atLeast}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Eligibility", description = "kind top needs schools; kind threshold needs atLeast")
    public record Eligibility(
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {TOP, THRESHOLD})
            String kind,

            @Schema(examples = "60", description = "How many schools of the greatest need; with kind top") @Nullable Integer schools,

            @Schema(examples = "0.56", description = "The lowest index that is served; with kind threshold") @Nullable String atLeast) {

        public Eligibility {
            boolean fits = (TOP.equals(kind) && schools != null && atLeast == null)
                    || (THRESHOLD.equals(kind) && atLeast != null && schools == null);
            if (!fits) {
                throw new InvalidValueException(
                        String.valueOf(kind),
                        "kind is \"top\" with a number of schools, or \"threshold\" with an index atLeast");
            }
            if (schools != null && schools < 1) {
                throw new InvalidValueException(schools.toString(), "schools must be at least 1");
            }
            if (atLeast != null && IndexValue.parse(atLeast).isEmpty()) {
                throw new InvalidValueException(
                        atLeast,
                        "atLeast must be a text from \"0.01\" to \"0.99\" with at most six decimals, such as \"0.56\"");
            }
        }

        static Eligibility of(org.partnershipfund.allocation.formula.Eligibility eligibility) {
            return switch (eligibility) {
                case TopN(int schools) -> new Eligibility(TOP, schools, null);
                case Threshold(IndexValue atLeast) -> new Eligibility(THRESHOLD, null, atLeast.decimal());
            };
        }

        org.partnershipfund.allocation.formula.Eligibility eligibility() {
            return schools != null ? new TopN(schools) : new Threshold(IndexValue.of(String.valueOf(atLeast)));
        }
    }

    /** What it takes to compute a scenario. */
    @Schema(name = "RunScenario")
    public record ToRun(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Top 60, flat per pupil")
            String name,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "The index set, as /index-imports lists it")
            UUID indexId,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "The enrolment snapshot, as /schools/imports lists it")
            UUID enrollmentId,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            Eligibility eligibility,

            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {FLAT, INDEX_WEIGHTED})
            String formula) {

        public ToRun {
            if (!FLAT.equals(formula) && !INDEX_WEIGHTED.equals(formula)) {
                throw new InvalidValueException(
                        String.valueOf(formula), "formula must be \"flat-per-pupil\" or \"index-weighted-per-pupil\"");
            }
        }

        RunScenario.Ask ask() {
            return new RunScenario.Ask(
                    name,
                    new IndexSetId(indexId),
                    new SnapshotId(enrollmentId),
                    eligibility.eligibility(),
                    FLAT.equals(formula) ? new FlatPerPupil() : new IndexWeightedPerPupil());
        }
    }

    static ScenarioJson of(Scenario.Summary scenario) {
        Scenario.Title title = scenario.title();
        return new ScenarioJson(
                title.id().value(),
                title.fund().value(),
                title.year().endYear(),
                title.name(),
                scenario.publishedAt().isPresent() ? "published" : "computed",
                MoneyJson.of(title.rules().pool()),
                Eligibility.of(title.rules().eligibility()),
                word(title.rules().formula()),
                title.index().id().value(),
                title.index().provenance().illustrative(),
                title.enrollment().id().value(),
                scenario.totals().ranked(),
                scenario.totals().funded(),
                scenario.totals().pupils(),
                scenario.totals().leftOverCents(),
                scenario.totals().lastIndex().decimal(),
                title.computedAt(),
                scenario.publishedAt().orElse(null));
    }

    private static String word(AllocationFormula formula) {
        return switch (formula) {
            case FlatPerPupil() -> FLAT;
            case IndexWeightedPerPupil() -> INDEX_WEIGHTED;
        };
    }
}
