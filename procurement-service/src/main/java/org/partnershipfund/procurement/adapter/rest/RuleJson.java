package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.rules.Evaluation;
import org.partnershipfund.procurement.rules.ProcurementRule;

/** A dated rule of procurement on the wire. */
@Schema(name = "ProcurementRule", description = "One dated rule; a reading that is not adopted is kept and not applied")
public record RuleJson(
        @Schema(examples = "method-quotes-2016") String id,

        @Schema(enumeration = {"method", "requirement", "notice-place", "cap", "number", "reading"})
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
        String source) {

    /** What is asked of the rules. */
    @Schema(name = "EvaluateRules")
    public record ToEvaluate(
            @NotNull @JsonProperty(required = true)
            @Schema(required = true, examples = "2018-01-15", description = "The day whose rules count")
            LocalDate on,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "All schools, all years with options")
            MoneyJson value) {}

    /** What the rules answer. */
    @Schema(name = "RuleEvaluation")
    public record EvaluationJson(
            LocalDate on,
            MoneyJson value,

            @Schema(enumeration = {"sound-business-practices", "quotes", "written-quotes", "sealed-bids-or-proposals"})
            String method,

            @Schema(examples = "2", description = "1 small, 2 quotes, 3 sealed")
            int tier,

            @Schema(examples = "method-quotes-2016", description = "The rule that gave the method")
            String row,

            List<RequirementJson> requirements,

            @Schema(description = "Where a public notice must stand; only for sealed bids or proposals")
            List<String> noticePlaces) {

        static EvaluationJson of(Evaluation evaluation) {
            return new EvaluationJson(
                    evaluation.on(),
                    MoneyJson.of(evaluation.value()),
                    evaluation.method().word(),
                    evaluation.method().tier(),
                    evaluation.rule(),
                    evaluation.requirements().stream().map(RequirementJson::of).toList(),
                    evaluation.method().tier() == 3 ? List.copyOf(new TreeSet<>(evaluation.places())) : List.of());
        }
    }

    /** Something that must be done or be on file. */
    @Schema(name = "Requirement")
    public record RequirementJson(
            @Schema(examples = "three-quotes") String id,

            @Schema(enumeration = {"solicitation", "contract", "invoice"})
            String stage,

            String text,
            @Schema(examples = "M.G.L. c.30B s.4") String source) {

        static RequirementJson of(Evaluation.Requirement one) {
            return new RequirementJson(one.id(), one.stage(), one.text(), one.source());
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
                rule.source());
    }
}
