package org.partnershipfund.allocation.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.formula.AllocationFormula;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.IndexWeightedPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.Tiers;
import org.partnershipfund.allocation.formula.Eligibility.Taper;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.Eligibility.TopShareOfPupils;
import org.partnershipfund.allocation.formula.Fraction;
import org.partnershipfund.allocation.formula.RoundingUnit;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.usecase.RunScenario.AskedHoldHarmless;
import org.partnershipfund.allocation.usecase.RunScenario.AskedRules;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;

/**
 * The rules of a scenario as one document: what a door takes and answers, what table {@code scenario} keeps, what a
 * public bundle tells. The pool is not part of it, it is the fund's. Stored documents are never rewritten: a field may be
 * added if it can be absent, and none changes its meaning.
 *
 * <p>Source of every rule: docs/policy/allocation.md §2 to §4 and §9 to §11.
 *
 * @param reserve absent for nothing
 * @param guardrails absent if there is neither floor nor cap
 * @param holdHarmless absent if nobody is guaranteed anything
 * @param unit absent for cents
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Rules",
        description =
                "How a pool is shared out; docs/policy/allocation.md says what each rule means. The pool is the fund's")
public record RulesJson(
        @Schema(description = "Held back and not shared out: less than the pool; absent for nothing") @Nullable MoneyJson reserve,

        @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
        Eligibility eligibility,

        @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
        Formula formula,

        @Valid @Schema(description = "Absent if there is neither floor nor cap") @Nullable Guardrails guardrails,

        @Valid @Schema(description = "Absent if nobody is guaranteed anything") @Nullable HoldHarmless holdHarmless,

        @Schema(
                enumeration = {CENT, DOLLAR, HUNDRED_DOLLARS},
                defaultValue = CENT,
                description = "Every amount is a whole number of these, and so are pool minus reserve, floor and cap")
        @Nullable String unit) {

    private static final String TOP = "top";
    private static final String THRESHOLD = "threshold";
    private static final String TOP_SHARE = "top-share";
    private static final String TAPER = "taper";
    private static final String FLAT = "flat-per-pupil";
    private static final String INDEX_WEIGHTED = "index-weighted-per-pupil";
    private static final String TIERS = "tiers";
    private static final String CENT = "cent";
    private static final String DOLLAR = "dollar";
    private static final String HUNDRED_DOLLARS = "hundred-dollars";

    private static final ObjectMapper DOCUMENTS = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public RulesJson {
        if (reserve != null) {
            refuseUnless(!reserve.money().isNegative(), "reserve", reserve.amount(), "a reserve is 0.00 or more");
        }
        refuseUnless(
                unit == null || List.of(CENT, DOLLAR, HUNDRED_DOLLARS).contains(unit),
                "unit",
                unit,
                "unit must be \"cent\", \"dollar\" or \"hundred-dollars\"");
    }

    /**
     * Which schools are served: always those of the greatest need.
     *
     * @param kind {@code top} needs {@code schools}, {@code threshold} {@code atLeast}, {@code top-share} {@code share},
     *     {@code taper} {@code from} and {@code to}; no kind takes what another needs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "Eligibility",
            description =
                    "kind top needs schools; threshold needs atLeast; top-share needs share; taper needs from and to")
    public record Eligibility(
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {TOP, THRESHOLD, TOP_SHARE, TAPER})
            String kind,

            @Schema(examples = "60", description = "How many schools of the greatest need") @Nullable Integer schools,

            @Schema(examples = "0.56", description = "The lowest index that is served") @Nullable String atLeast,

            @Schema(
                    examples = "0.5",
                    description =
                            "Which part of all pupils the schools of the greatest need have together: above 0 to 1; the school that reaches it is in")
            @Nullable String share,

            @Schema(examples = "0.50", description = "The index up to which nobody is served") @Nullable String from,

            @Schema(
                    examples = "0.70",
                    description =
                            "The index from which on a pupil weighs in full; between the two, a pupil weighs (index - from) / (to - from) of that")
            @Nullable String to) {

        public Eligibility {
            boolean fits = switch (kind) {
                case TOP -> areSet(schools) && areAbsent(atLeast, share, from, to);
                case THRESHOLD -> areSet(atLeast) && areAbsent(schools, share, from, to);
                case TOP_SHARE -> areSet(share) && areAbsent(schools, atLeast, from, to);
                case TAPER -> areSet(from, to) && areAbsent(schools, atLeast, share);
                case null, default -> false;
            };
            refuseUnless(
                    fits,
                    "kind",
                    kind,
                    "kind is \"top\" with a number of schools, \"threshold\" with an index atLeast, \"top-share\" with a share, or \"taper\" with an index from and an index to, and with nothing else");
            refuseUnless(schools == null || schools >= 1, "schools", schools, "schools must be at least 1");
            index("atLeast", atLeast);
            refuseUnless(
                    share == null || TopShareOfPupils.parse(share).isPresent(),
                    "share",
                    share,
                    "share must be a text above \"0\" and up to \"1\" with at most six decimals, such as \"0.5\"");
            index("from", from);
            index("to", to);
            refuseUnless(
                    from == null || to == null || IndexValue.of(from).compareTo(IndexValue.of(to)) < 0,
                    "to",
                    to,
                    "to must be a higher index than from");
        }

        static Eligibility of(org.partnershipfund.allocation.formula.Eligibility eligibility) {
            return switch (eligibility) {
                case TopN(int schools) -> new Eligibility(TOP, schools, null, null, null, null);
                case Threshold(IndexValue atLeast) ->
                    new Eligibility(THRESHOLD, null, atLeast.decimal(), null, null, null);
                case TopShareOfPupils share -> new Eligibility(TOP_SHARE, null, null, share.decimal(), null, null);
                case Taper(IndexValue from, IndexValue to) ->
                    new Eligibility(TAPER, null, null, null, from.decimal(), to.decimal());
            };
        }

        org.partnershipfund.allocation.formula.Eligibility eligibility() {
            return switch (kind) {
                case TOP -> new TopN(given(schools));
                case THRESHOLD -> new Threshold(IndexValue.of(given(atLeast)));
                case TOP_SHARE -> TopShareOfPupils.parse(given(share)).orElseThrow();
                default -> new Taper(IndexValue.of(given(from)), IndexValue.of(given(to)));
            };
        }

        private static void index(String field, @Nullable String value) {
            refuseUnless(
                    value == null || IndexValue.parse(value).isPresent(),
                    field,
                    value,
                    field + " must be a text from \"0.01\" to \"0.99\" with at most six decimals, such as \"0.56\"");
        }
    }

    /**
     * What a served school weighs in the split.
     *
     * @param kind {@code tiers} needs {@code decidedOn} and {@code steps}; no other kind takes them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Formula", description = "kind tiers needs decidedOn and steps; the other kinds need nothing")
    public record Formula(
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {FLAT, INDEX_WEIGHTED, TIERS})
            String kind,

            @Schema(examples = "2017-10-18", description = "The day of the decision that the steps are from") @Nullable LocalDate decidedOn,

            @Schema(
                    description =
                            "Upwards; the first begins at 0.01, and a step of greater need never weighs less than the one before")
            @Nullable List<Step> steps) {

        public Formula {
            boolean fits = switch (kind) {
                case FLAT, INDEX_WEIGHTED -> areAbsent(decidedOn, steps);
                case TIERS -> areSet(decidedOn, steps);
                case null, default -> false;
            };
            refuseUnless(
                    fits,
                    "kind",
                    kind,
                    "kind is \"flat-per-pupil\", \"index-weighted-per-pupil\", or \"tiers\" with the day decidedOn and steps, and with nothing else");
            if (steps != null) {
                refuseUnless(
                        steps.stream().noneMatch(Objects::isNull), "steps", "null", "a step has atLeast and weight");
                steps = List.copyOf(steps);
                var wrong = Tiers.wrong(steps.stream().map(Step::step).toList());
                refuseUnless(wrong.isEmpty(), "steps", String.valueOf(steps.size()), wrong.orElse(""));
            }
        }

        static Formula of(AllocationFormula formula) {
            return switch (formula) {
                case FlatPerPupil() -> new Formula(FLAT, null, null);
                case IndexWeightedPerPupil() -> new Formula(INDEX_WEIGHTED, null, null);
                case Tiers(LocalDate decidedOn, var steps) ->
                    new Formula(TIERS, decidedOn, steps.stream().map(Step::of).toList());
            };
        }

        AllocationFormula formula() {
            return switch (kind) {
                case FLAT -> new FlatPerPupil();
                case INDEX_WEIGHTED -> new IndexWeightedPerPupil();
                default ->
                    new Tiers(
                            given(decidedOn),
                            given(steps).stream().map(Step::step).toList());
            };
        }
    }

    /** One step of tiers. */
    @Schema(name = "Step")
    public record Step(
            @NotNull @JsonProperty(required = true)
            @Schema(required = true, examples = "0.50", description = "The lowest index that stands on the step")
            String atLeast,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, examples = "1.5", description = "What a pupil weighs there: 0.001 to 100")
            String weight) {

        public Step {
            Eligibility.index("atLeast", String.valueOf(atLeast));
            refuseUnless(
                    weight != null && AllocationFormula.Step.parseWeight(weight).isPresent(),
                    "weight",
                    weight,
                    "weight must be a text from \"0.001\" to \"100\" with at most three decimals, such as \"1.5\"");
        }

        static Step of(AllocationFormula.Step step) {
            return new Step(step.atLeast().decimal(), step.weight());
        }

        AllocationFormula.Step step() {
            return new AllocationFormula.Step(
                    IndexValue.of(atLeast),
                    AllocationFormula.Step.parseWeight(weight).orElseThrow());
        }

        /** As it stands in a cell of a table. */
        @Override
        public String toString() {
            return atLeast + ":" + weight;
        }
    }

    /** Between what and what every served school stays. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Guardrails", description = "Per eligible school; at least one of both")
    public record Guardrails(
            @Schema(description = "The least that an eligible school receives; more than 0.00") @Nullable MoneyJson floor,

            @Schema(
                    description =
                            "The most that an eligible school receives; at least the floor. A guarantee above it stands")
            @Nullable MoneyJson cap) {

        public Guardrails {
            refuseUnless(
                    floor != null || cap != null,
                    "",
                    "",
                    "guardrails have a floor, a cap or both; leave them out otherwise");
            refuseUnless(
                    floor == null || floor.money().isPositive(),
                    "floor",
                    floor == null ? "" : floor.amount(),
                    "a floor is more than 0.00");
            refuseUnless(
                    cap == null || cap.money().isPositive(),
                    "cap",
                    cap == null ? "" : cap.amount(),
                    "a cap is more than 0.00");
            refuseUnless(
                    !org.partnershipfund.allocation.formula.Guardrails.areCrossed(money(floor), money(cap)),
                    "cap",
                    cap == null ? "" : cap.amount(),
                    "the cap must be at least the floor");
        }

        /** The shape of bounds; null if there are none. */
        public static @Nullable Guardrails of(org.partnershipfund.allocation.formula.Guardrails guardrails) {
            return guardrails.floor().isEmpty() && guardrails.cap().isEmpty()
                    ? null
                    : new Guardrails(
                            guardrails.floor().map(MoneyJson::of).orElse(null),
                            guardrails.cap().map(MoneyJson::of).orElse(null));
        }

        org.partnershipfund.allocation.formula.Guardrails guardrails() {
            return new org.partnershipfund.allocation.formula.Guardrails(money(floor), money(cap));
        }

        private static Optional<Money> money(@Nullable MoneyJson money) {
            return Optional.ofNullable(money).map(MoneyJson::money);
        }
    }

    /**
     * What schools are guaranteed of what they had.
     *
     * @param fiscalYear with {@code noticeOn} and {@code year}: what follows from the notice; answered, and not heeded
     *     when asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "HoldHarmless",
            description =
                    "A school with pupils, eligible or not, receives at least what it had times (1 - the phase-out of the year)")
    public record HoldHarmless(
            @NotNull @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description = "The notice that says what schools had, as /prior-year-funding/imports lists it")
            UUID noticeId,

            @NotNull @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "[\"1/3\", \"2/3\", \"1\"]",
                    description =
                            "Which part of the old amount is no longer guaranteed in year 1, 2 ... after it; 1 to 20 fractions that never fall. Later nothing is guaranteed")
            List<String> phaseOut,

            @Schema(
                    examples = "2018",
                    description = "The year that the notice is about; answered, not heeded when asked")
            @Nullable Integer fiscalYear,

            @Schema(examples = "2017-12-01", description = "The day of the notice; answered, not heeded when asked")
            @Nullable LocalDate noticeOn,

            @Schema(
                    description =
                            "Whether the notice's figures are made up to show how things work; answered, not heeded when asked, absent in documents of before it was told")
            @Nullable Boolean illustrative,

            @Schema(
                    examples = "1",
                    description = "Which year of the phase-out the fund's year is; answered, not heeded when asked")
            @Nullable Integer year) {

        public HoldHarmless {
            if (phaseOut != null) {
                refuseUnless(
                        phaseOut.stream().noneMatch(Objects::isNull),
                        "phaseOut",
                        "null",
                        "a phase-out names every year");
                phaseOut = List.copyOf(phaseOut);
                refuseUnless(
                        !phaseOut.isEmpty()
                                && phaseOut.size() <= org.partnershipfund.allocation.formula.HoldHarmless.LONGEST,
                        "phaseOut",
                        String.valueOf(phaseOut.size()),
                        "a phase-out has 1 to 20 years");
                for (String part : phaseOut) {
                    refuseUnless(
                            Fraction.parse(part).isPresent(),
                            "phaseOut",
                            part,
                            "a part is \"0\", \"1\" or a fraction between them such as \"1/3\", over at most 1000000");
                }
                refuseUnless(
                        !org.partnershipfund.allocation.formula.HoldHarmless.falls(fractions(phaseOut)),
                        "phaseOut",
                        String.join(", ", phaseOut),
                        "a later year must not guarantee more than an earlier one");
            }
        }

        static HoldHarmless of(org.partnershipfund.allocation.formula.HoldHarmless held) {
            return new HoldHarmless(
                    held.notice().value(),
                    held.phaseOut().stream().map(Fraction::toString).toList(),
                    held.paidIn().endYear(),
                    held.toldOn(),
                    held.illustrative(),
                    held.year());
        }

        AskedHoldHarmless asked() {
            return new AskedHoldHarmless(new NoticeId(noticeId), fractions(phaseOut));
        }

        private org.partnershipfund.allocation.formula.HoldHarmless held() {
            return new org.partnershipfund.allocation.formula.HoldHarmless(
                    new NoticeId(noticeId),
                    new FiscalYear(given(fiscalYear)),
                    given(noticeOn),
                    Boolean.TRUE.equals(illustrative),
                    given(year),
                    fractions(phaseOut));
        }

        private static List<Fraction> fractions(List<String> phaseOut) {
            return phaseOut.stream().map(Fraction::of).toList();
        }
    }

    /** The document of some rules; the same rules always give the same document. */
    public static RulesJson of(Rules rules) {
        return new RulesJson(
                MoneyJson.of(rules.reserve()),
                Eligibility.of(rules.eligibility()),
                Formula.of(rules.formula()),
                Guardrails.of(rules.guardrails()),
                rules.holdHarmless().map(HoldHarmless::of).orElse(null),
                word(rules.unit()));
    }

    /** What the document asks for. */
    public AskedRules asked() {
        return new AskedRules(
                reserved(),
                eligibility.eligibility(),
                formula.formula(),
                bounds(),
                Optional.ofNullable(holdHarmless).map(HoldHarmless::asked),
                rounding());
    }

    /** The rules that the document was made of. */
    public Rules rules(Money pool) {
        return new Rules(
                pool,
                reserved(),
                eligibility.eligibility(),
                formula.formula(),
                bounds(),
                Optional.ofNullable(holdHarmless).map(HoldHarmless::held),
                rounding());
    }

    /** The document as text. */
    public String written() {
        try {
            return DOCUMENTS.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + this, e);
        }
    }

    /** Reads what {@link #written()} wrote. */
    public static RulesJson read(String document) {
        try {
            return DOCUMENTS.readValue(document, RulesJson.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read " + document, e);
        }
    }

    private Money reserved() {
        return reserve == null ? Money.ZERO : reserve.money();
    }

    private org.partnershipfund.allocation.formula.Guardrails bounds() {
        return guardrails == null ? org.partnershipfund.allocation.formula.Guardrails.NONE : guardrails.guardrails();
    }

    private RoundingUnit rounding() {
        return switch (unit) {
            case DOLLAR -> RoundingUnit.DOLLAR;
            case HUNDRED_DOLLARS -> RoundingUnit.HUNDRED_DOLLARS;
            case null, default -> RoundingUnit.CENT;
        };
    }

    private static String word(RoundingUnit unit) {
        return switch (unit) {
            case CENT -> CENT;
            case DOLLAR -> DOLLAR;
            case HUNDRED_DOLLARS -> HUNDRED_DOLLARS;
        };
    }

    private static boolean areSet(@Nullable Object... values) {
        return Arrays.stream(values).allMatch(Objects::nonNull);
    }

    private static boolean areAbsent(@Nullable Object... values) {
        return Arrays.stream(values).allMatch(Objects::isNull);
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value, "a kind has what it needs");
    }

    private static void refuseUnless(boolean fine, String field, @Nullable Object value, String reason) {
        if (!fine) {
            throw new InvalidValueException(field, String.valueOf(value), reason);
        }
    }
}
