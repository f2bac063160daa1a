package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.rules.Answer;
import org.partnershipfund.procurement.rules.ProcurementRule;
import org.partnershipfund.procurement.rules.Question;

/** A dated rule of procurement on the wire. */
@Schema(name = "ProcurementRule", description = "One dated rule; a reading that is not adopted is kept and not applied")
public record RuleJson(
        @Schema(examples = "method-quotes-2016") String id,

        @Schema(
                enumeration = {
                    "method",
                    "requirement",
                    "notice-place",
                    "cap",
                    "number",
                    "reading",
                    "ground",
                    "condition"
                })
        String kind,

        @Schema(examples = "written-quotes") String name,
        String stage,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        MoneyJson from,
        @Nullable MoneyJson until,
        @Nullable Integer number,
        boolean adopted,
        String text,
        String source,

        @Schema(
                enumeration = {"", "school-district", "other-body"},
                description = "The class of bodies for which alone it holds; empty for all")
        String jurisdiction,

        @Schema(description = "Roles that may do what it asks for")
        List<String> who,

        @Schema(description = "Days to plan for it") @Nullable Integer leadDays) {

    /** What is asked of the rules: a value, or what each school asks for in one year. */
    @Schema(
            name = "EvaluateRules",
            description = "Exactly one of value and schools; nothing is created by asking",
            examples =
                    "{\"on\":\"2018-01-15\",\"value\":{\"amount\":\"50000.00\",\"currency\":\"USD\"},\"route\":\"competition\"}")
    public record ToEvaluate(
            @NotNull @JsonProperty(required = true)
            @Schema(required = true, examples = "2018-01-15", description = "The day whose rules count")
            LocalDate on,

            @Schema(description = "All schools, all years with options") @Nullable MoneyJson value,

            @Valid @Size(max = 500) @Schema(description = "What each school asks for in one year; times termYears")
            @Nullable List<SchoolAmountJson> schools,

            @Min(1) @Max(10) @Schema(description = "Years with all options; 1 if it is not sent", examples = "1")
            @Nullable Integer termYears,

            @Pattern(
                    regexp = "school-district|other-body",
                    message = "it must be school-district or other-body, or not be sent")
            @Schema(
                    enumeration = {"school-district", "other-body"},
                    description = "The class of bodies; that of the district if it is not sent")
            @Nullable String jurisdiction,

            @Pattern(
                    regexp = "call-off|competition|sole-source|exemption",
                    message = "it must be call-off, competition, sole-source or exemption")
            @Schema(
                    enumeration = {"call-off", "competition", "sole-source", "exemption"},
                    description = "competition if it is not sent")
            @Nullable String route,

            @Size(max = 100) @Schema(description = "Of a sole source or an exemption", examples = "special-education")
            @Nullable String ground) {

        public ToEvaluate {
            if ((value == null) == (schools == null || schools.isEmpty())) {
                throw new InvalidValueException(
                        "value",
                        "",
                        "send exactly one of value and schools, the value of all years or each year's amounts");
            }
            if (ground != null && !"sole-source".equals(route) && !"exemption".equals(route)) {
                throw new InvalidValueException("ground", ground, "only a sole source or an exemption has a ground");
            }
        }

        int years() {
            return termYears == null ? 1 : termYears;
        }

        Question question() {
            return new Question(on, whole(), jurisdiction, route == null ? "competition" : route, ground);
        }

        private Money whole() {
            if (value != null) {
                return value.money();
            }
            Money year = Money.ZERO;
            if (schools != null) {
                for (SchoolAmountJson one : schools) {
                    year = year.plus(one.amount().money());
                }
            }
            return new Money(Math.multiplyExact(year.cents(), years()));
        }
    }

    /** What one school asks for in one year. */
    @Schema(name = "SchoolAmount")
    public record SchoolAmountJson(
            @NotBlank @Size(max = 20) @JsonProperty(required = true) @Schema(required = true, examples = "04650")
            String schoolCode,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            MoneyJson amount) {}

    /** What the rules answer. */
    @Schema(name = "RuleEvaluation", description = "Each part with the dated rule that says it")
    public record EvaluationJson(
            LocalDate on,

            @Schema(enumeration = {"school-district", "other-body"})
            String jurisdiction,

            MoneyJson value,

            @Schema(enumeration = {"sound-business-practices", "quotes", "written-quotes", "sealed-bids-or-proposals"})
            String method,

            @Schema(examples = "2", description = "1 small, 2 quotes, 3 sealed")
            int tier,

            @Schema(examples = "method-quotes-2016", description = "The rule that gave the method")
            String row,

            RuleJson rule,
            List<RequirementJson> requirements,

            @Schema(
                    description =
                            "Requirements that a person with one of these roles must meet, in the order of the rules")
            List<ApproverJson> approvals,

            @Schema(description = "Roles that may sign for the district", examples = "[\"cfo\"]")
            List<String> signatories,

            @Schema(description = "Where a public notice must stand; only for sealed bids or proposals")
            List<String> noticePlaces,

            @Schema(description = "Days from notice to opening, at least; only for sealed bids or proposals") @Nullable Integer noticeDays,

            @Schema(description = "Quotes asked for, at least; only where quotes are asked for") @Nullable Integer minimumQuotes,

            @Nullable LeadTimeJson leadTime,
            TermJson term,
            RouteAnswerJson route,

            @Schema(description = "How the law is read; those not adopted are kept and not applied")
            List<RuleJson> readings) {

        static EvaluationJson of(ToEvaluate asked, Question question, Answer answer) {
            Integer least = quantity(answer.leadLeast());
            Integer most = quantity(answer.leadMost());
            Integer longest = quantity(answer.termYears());
            return new EvaluationJson(
                    question.on(),
                    answer.jurisdiction(),
                    MoneyJson.of(question.value()),
                    answer.method().word(),
                    answer.method().tier(),
                    answer.byRule().id(),
                    RuleJson.of(answer.byRule()),
                    answer.requirements().stream().map(RequirementJson::of).toList(),
                    answer.requirements().stream()
                            .filter(rule -> rule.stage().equals("contract")
                                    && !rule.who().isEmpty())
                            .map(rule -> new ApproverJson(rule.name(), rule.id(), rule.who()))
                            .toList(),
                    List.copyOf(new TreeSet<>(answer.who("district"))),
                    answer.places().stream().map(ProcurementRule::name).sorted().toList(),
                    quantity(answer.noticeDays()),
                    quantity(answer.minimumQuotes()),
                    least == null || most == null ? null : new LeadTimeJson(least, most),
                    new TermJson(asked.years(), longest, longest != null && asked.years() > longest),
                    new RouteAnswerJson(
                            question.route(),
                            answer.permitted(),
                            answer.caps().stream().map(RuleJson::of).toList(),
                            answer.grounds().stream()
                                    .map(ground -> new GroundJson(
                                            ground.name(),
                                            RuleJson.of(ground),
                                            answer.conditions().stream()
                                                    .filter(one -> one.name().equals(ground.name()))
                                                    .map(RuleJson::of)
                                                    .toList()))
                                    .toList()),
                    answer.readings().stream().map(RuleJson::of).toList());
        }

        private static @Nullable Integer quantity(Optional<ProcurementRule> rule) {
            return rule.map(ProcurementRule::quantity).orElse(null);
        }
    }

    /** Who does what a rule asks for before a contract binds. */
    @Schema(name = "RuleApprover")
    public record ApproverJson(
            @Schema(examples = "mayor") String id,
            @Schema(examples = "mayor-approval-2016") String rule,
            @Schema(description = "Any one of these roles") List<String> who) {}

    /** How long it takes from requisition to contract. */
    @Schema(name = "LeadTime", description = "Days")
    public record LeadTimeJson(int least, int most) {}

    /** The years with all options. */
    @Schema(name = "RuleTerm")
    public record TermJson(
            int years,

            @Schema(description = "Without a recorded vote") @Nullable Integer longest,

            boolean needsVote) {}

    /** What the rules say of the route. */
    @Schema(name = "RuleRoute")
    public record RouteAnswerJson(
            @Schema(enumeration = {"call-off", "competition", "sole-source", "exemption"})
            String kind,

            @Schema(description = "Whether the adopted cap of the route lets the value pass; true where there is none")
            boolean permitted,

            @Schema(description = "Every reading of its cap")
            List<RuleJson> caps,

            @Schema(description = "What a determination of this route may rest on")
            List<GroundJson> grounds) {}

    /** A ground and what must be true for it. */
    @Schema(name = "RuleGround")
    public record GroundJson(
            @Schema(examples = "special-education") String ground, RuleJson rule, List<RuleJson> conditions) {}

    /** Something that must be done or be on file. */
    @Schema(name = "Requirement")
    public record RequirementJson(
            @Schema(examples = "three-quotes") String id,

            @Schema(examples = "quotes-asked-2016", description = "The dated rule")
            String rule,

            @Schema(enumeration = {"solicitation", "contract", "invoice"})
            String stage,

            String text,
            @Schema(examples = "M.G.L. c.30B s.4") String source,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,

            @Schema(description = "Roles that may meet it") List<String> who,

            @Schema(description = "Days to plan for it, where the rules say any") @Nullable Integer leadDays) {

        static RequirementJson of(ProcurementRule rule) {
            return new RequirementJson(
                    rule.name(),
                    rule.id(),
                    rule.stage(),
                    rule.text(),
                    rule.source(),
                    rule.effectiveFrom(),
                    rule.effectiveUntil(),
                    rule.who(),
                    rule.leadDays());
        }
    }

    static RuleJson of(ProcurementRule rule) {
        Money until = rule.until();
        return new RuleJson(
                rule.id(),
                rule.kind(),
                rule.name(),
                rule.stage(),
                rule.effectiveFrom(),
                rule.effectiveUntil(),
                MoneyJson.of(rule.from()),
                until == null ? null : MoneyJson.of(until),
                rule.quantity(),
                rule.adopted(),
                rule.text(),
                rule.source(),
                rule.jurisdiction(),
                rule.who(),
                rule.leadDays());
    }
}
