package org.partnershipfund.allocation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.adapter.RulesJson;
import org.partnershipfund.allocation.formula.Apportionment;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.BoundedSplit.Part;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.formula.Guardrails;
import org.partnershipfund.allocation.formula.HoldHarmless;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.allocation.formula.Outcome;
import org.partnershipfund.allocation.formula.Outcome.BelowTheCut;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.formula.Outcome.HeldHarmless;
import org.partnershipfund.allocation.formula.Outcome.WithoutPupils;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.revision.RevisedAllocation;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What a scenario means for one school, on the wire.
 *
 * @param sentence why, in one sentence
 * @param publishedAt absent while the scenario is only computed
 */
@Schema(name = "Allocation")
public record AllocationJson(
        UUID id,
        UUID fundId,
        UUID scenarioId,
        @Schema(examples = "2019") int fiscalYear,

        @Schema(examples = "1", description = "1 is the school of the greatest need")
        int rank,

        @Schema(examples = "00350231") String schoolCode,
        @Schema(examples = "Michael J Perkins") String schoolName,
        @Schema(examples = "900059") String responsibilityCentre,
        @Schema(examples = "0.844538") String index,

        @Schema(description = "Whether the index only shows how things work")
        boolean illustrative,

        @Schema(examples = "238") int pupils,

        @Schema(
                enumeration = {"funded", "held-harmless", "below-the-cut", "without-pupils"},
                description = "held-harmless: not eligible, and guaranteed a part of what it had before")
        String outcome,

        @Schema(description = "What the school has now; in a scenario, what the scenario means for it")
        MoneyJson amount,

        @Schema(
                description =
                        "What was published first; another amount than amount if the allocation was revised since. Absent in a scenario")
        @Nullable MoneyJson publishedAmount,

        @Schema(
                examples =
                        "Michael J Perkins receives $52,775.72: 238 of the 25,705 pupils of the 60 eligible schools, out of $5,700,000.00.")
        String sentence,

        @Nullable Instant publishedAt) {

    /** An allocation with every operand behind it. */
    @Schema(name = "ExplainedAllocation")
    public record Explained(@JsonUnwrapped AllocationJson allocation, Explanation explanation) {

        static Explained of(RevisedAllocation found) {
            return new Explained(AllocationJson.of(found), Explanation.of(found));
        }
    }

    /**
     * Every operand of an amount, and the way from them to it.
     *
     * @param steps what to enter into a pocket calculator, in sentences
     * @param wholeAmount the whole cents of the exact share; absent if the school is not funded
     * @param remainder what the exact share has beyond them, as a fraction of a unit in lowest terms
     */
    @Schema(name = "Explanation")
    public record Explanation(
            List<String> steps,
            MoneyJson pool,

            @Schema(description = "Held back of the pool") MoneyJson reserve,

            @Schema(description = "What all schools receive together: the pool without the reserve")
            MoneyJson sharedOut,

            @Schema(examples = "the 60 schools of the greatest need")
            String eligibility,

            @Schema(examples = "the same amount per pupil") String formula,

            @Schema(examples = "118") int schoolsRanked,

            @Schema(examples = "60", description = "Schools that receive anything: eligible or held harmless")
            int schoolsFunded,

            @Schema(examples = "0.602917", description = "The lowest index of an eligible school")
            String lowestIndexFunded,

            @Schema(
                    description =
                            "What the schools that share by weight share: sharedOut without what the others receive")
            MoneyJson sharedByWeight,

            @Schema(examples = "60", description = "How many they are")
            int schoolsSharingByWeight,

            @Schema(examples = "238", description = "What this school weighs by the rules, eligible or not")
            String weight,

            @Schema(examples = "25705", description = "What the schools that share by weight weigh together")
            String totalWeight,

            @Schema(
                    examples = "221.7467",
                    description = "sharedByWeight / totalWeight; absent if every school has a bound")
            @Nullable String dollarsPerUnit,

            @Schema(examples = "pupil", description = "What is shared by")
            String unit,

            @Schema(
                    enumeration = {"share", "floor", "cap", "guarantee"},
                    description = "How an eligible or held harmless school comes to its amount; absent for others")
            @Nullable String part,

            @Nullable MoneyJson wholeAmount,

            @Schema(
                    examples = "2348/5141",
                    description = "What the exact share has beyond wholeAmount, of a roundingUnit; in lowest terms")
            @Nullable String remainder,

            @Schema(
                    examples = "13252/25705",
                    description =
                            "The smallest remainder to which one of the units left over came, in lowest terms; absent if nothing was left over")
            @Nullable String smallestRemainderServed,

            @Schema(examples = "0.01", description = "What every amount is a whole number of")
            MoneyJson roundingUnit,

            @Schema(
                    examples = "31",
                    description = "What the whole units of all who share by weight leave over, in units")
            long leftOverUnits,

            @Schema(description = "Whether one of the units left over came here")
            boolean leftOverUnitCameHere,

            @Schema(description = "Absent if neither floor nor cap is set")
            RulesJson.@Nullable Guardrails guardrails,

            @Schema(description = "Absent unless the rules hold harmless") @Nullable Held holdHarmless,

            Index index,
            Enrollment enrollment,

            @Schema(description = "What changed the amount since it was published, oldest first")
            List<Revised> revisions) {

        /** Where the index is from. */
        @Schema(name = "ExplanationIndex")
        public record Index(
                UUID id, String name, String source, String method, LocalDate snapshotDate, boolean illustrative) {

            static Index of(IndexSet.Title index) {
                return new Index(
                        index.id().value(),
                        index.name(),
                        index.provenance().source(),
                        index.provenance().method(),
                        index.provenance().snapshotDate(),
                        index.provenance().illustrative());
            }
        }

        /** What holding harmless means for the school. */
        @Schema(name = "ExplanationHoldHarmless")
        public record Held(
                @Schema(description = "Whether the notice's figures are made up to show how things work")
                boolean illustrative,

                @Schema(description = "What the notice says that the school had")
                MoneyJson before,

                @Schema(examples = "2/3", description = "Which part of it the year of the phase-out guarantees")
                String kept,

                @Schema(description = "before x kept, rounded up to whole units")
                MoneyJson guarantee,

                @Schema(description = "What the school would receive if nobody were guaranteed anything")
                MoneyJson withoutGuarantees,

                @Schema(description = "What guarantees give this school more; less than nothing if it pays for others")
                MoneyJson difference) {

            static Held of(HoldHarmless rule, Line line, Apportionment.Held held) {
                return new Held(
                        rule.illustrative(),
                        MoneyJson.of(held.before()),
                        rule.kept().toString(),
                        MoneyJson.of(held.guarantee()),
                        MoneyJson.of(held.without()),
                        MoneyJson.of(line.byGuarantees()));
            }
        }

        /** Where the pupils are from. */
        @Schema(name = "ExplanationEnrollment")
        public record Enrollment(UUID id, String kind, LocalDate asOf, String source) {

            static Enrollment of(EnrollmentSnapshot.Title enrollment) {
                return new Enrollment(
                        enrollment.id().value(),
                        enrollment.kind().name().toLowerCase(Locale.ROOT),
                        enrollment.asOf(),
                        enrollment.source());
            }
        }

        /** What one revision did to the school. */
        @Schema(name = "ExplanationRevision")
        public record Revised(
                UUID id,
                Instant acceptedAt,

                @Schema(
                        examples = "00350002",
                        description = "The school that gave or received; absent if that was the reserve")
                @Nullable String otherSchool,

                @Schema(description = "Less than nothing for the school that gave")
                MoneyJson change,

                MoneyJson after,

                @Schema(examples = "Projected enrolment was corrected.")
                String reason) {

            static Revised of(RevisedAllocation.Step step, SchoolCode school) {
                var terms = step.revision().terms();
                return new Revised(
                        terms.id().value(),
                        step.revision().acceptedAt(),
                        (terms.from().is(school) ? terms.to() : terms.from())
                                .line()
                                .map(SchoolCode::value)
                                .orElse(null),
                        MoneyJson.of(step.change()),
                        MoneyJson.of(step.after()),
                        terms.reason());
            }
        }

        private static @Nullable String part(Line line, Guardrails guardrails) {
            if (line.isGuaranteed(guardrails)) {
                return "guarantee";
            }
            return switch (line.outcome()) {
                case Funded(Part.Proportional _) -> "share";
                case Funded(Part.AtFloor _) -> "floor";
                case Funded(Part.AtCap _) -> "cap";
                case HeldHarmless _, BelowTheCut(), WithoutPupils() -> null;
            };
        }

        static Explanation of(RevisedAllocation revised) {
            var found = revised.published();
            var explanation = found.explanation();
            var rules = explanation.rules();
            var totals = explanation.totals();
            Line line = found.allocation().line();
            Share share = line.outcome() instanceof Funded(Part.Proportional(Share byWeight)) ? byWeight : null;
            return new Explanation(
                    revised.explanation(),
                    MoneyJson.of(rules.pool()),
                    MoneyJson.of(rules.reserve()),
                    MoneyJson.of(rules.sharedOut()),
                    rules.eligibility().words(),
                    rules.formula().words(),
                    totals.ranked(),
                    totals.funded(),
                    totals.lastIndex().decimal(),
                    MoneyJson.of(totals.sharing().amount()),
                    totals.sharing().schools(),
                    explanation.weight().toPlainString(),
                    explanation.totalWeight().toPlainString(),
                    explanation.dollarsPerUnit().map(BigDecimal::toPlainString).orElse(null),
                    rules.weightUnit(),
                    part(line, rules.guardrails()),
                    share == null ? null : MoneyJson.of(share.whole()),
                    share == null ? null : explanation.lowestTerms(share.remainder()),
                    totals.sharing().leftOver() == 0
                            ? null
                            : explanation.lowestTerms(totals.sharing().smallestRemainder()),
                    MoneyJson.of(rules.unit().money()),
                    totals.sharing().leftOver(),
                    share != null && share.leftOver().isPositive(),
                    RulesJson.Guardrails.of(rules.guardrails()),
                    rules.holdHarmless()
                            .flatMap(rule -> line.held().map(held -> Held.of(rule, line, held)))
                            .orElse(null),
                    Index.of(explanation.index()),
                    Enrollment.of(explanation.enrollment()),
                    revised.steps().stream()
                            .map(step -> Revised.of(step, found.allocation().school()))
                            .toList());
        }
    }

    /** What a scenario means for a school, computed or published. */
    static AllocationJson of(AllocationInScenario found) {
        return of(
                found,
                MoneyJson.of(found.allocation().amount()),
                null,
                found.explanation().sentence());
    }

    /** What a school has now. */
    static AllocationJson of(RevisedAllocation found) {
        return of(
                found.published(),
                MoneyJson.of(found.amount()),
                MoneyJson.of(found.published().allocation().amount()),
                found.sentence());
    }

    private static AllocationJson of(
            AllocationInScenario found, MoneyJson amount, @Nullable MoneyJson publishedAmount, String sentence) {
        Scenario.Title title = found.scenario().title();
        Candidate school = found.allocation().line().school();
        return new AllocationJson(
                found.allocation().id().value(),
                title.fund().value(),
                title.id().value(),
                title.year().endYear(),
                found.allocation().line().rank(),
                school.school().value(),
                school.name(),
                found.allocation().centre().value(),
                school.index().decimal(),
                title.index().provenance().illustrative(),
                school.pupils(),
                word(found.allocation().line().outcome()),
                amount,
                publishedAmount,
                sentence,
                found.scenario().publishedAt().orElse(null));
    }

    /** The outcome in one word. */
    static String word(Outcome outcome) {
        return switch (outcome) {
            case Funded _ -> "funded";
            case HeldHarmless _ -> "held-harmless";
            case BelowTheCut() -> "below-the-cut";
            case WithoutPupils() -> "without-pupils";
        };
    }
}
