package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.plan.Condition;
import org.partnershipfund.approval.plan.Deadline;
import org.partnershipfund.approval.plan.Stages;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.plan.StepRule;
import org.partnershipfund.approval.usecase.RecordStages;
import org.partnershipfund.foundation.web.MoneyJson;

/**
 * A version of a fund's stages on the wire.
 *
 * @param number 1, 2, 3 ...; 0 is the default of the suite
 * @param firstDay absent for the default, which holds since ever
 */
@Schema(name = "ApprovalStages")
public record StagesJson(
        UUID fundId,
        @Schema(examples = "1") int number,
        @Schema(examples = "2018-01-15") @Nullable LocalDate firstDay,
        List<StageJson> stages,
        String source,
        @Nullable PersonJson recordedBy,
        @Nullable Instant recordedAt) {

    static final String WORDS =
            "council|superintendent|partnerships-team|budget-office|district-superintendent|cfo|deputy-cfo|completeness";

    /** Steps that are open at the same time. */
    @Schema(name = "ApprovalStage")
    public record StageJson(
            @NotNull @Size(min = 1, max = 8) @JsonProperty(required = true) @Schema(required = true)
            List<@Valid @NotNull StepJson> steps) {}

    /** One step and when it is needed. */
    @Schema(name = "ApprovalStageStep")
    public record StepJson(
            @NotNull @Pattern(regexp = WORDS, message = "it must be one of " + WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {
                        "council",
                        "superintendent",
                        "partnerships-team",
                        "budget-office",
                        "district-superintendent",
                        "cfo",
                        "deputy-cfo",
                        "completeness"
                    })
            String step,

            @Schema(
                    readOnly = true,
                    enumeration = {"council-motion", "single-decision", "completeness-check"})
            @Nullable String kind,

            @Size(max = 10) @Schema(description = "It is needed if one of them holds; always if there is none")
            @Nullable List<@Valid @NotNull ConditionJson> conditions,

            @Valid @Schema(description = "Absent for none") @Nullable DeadlineJson deadline) {

        static StepJson of(StepRule rule) {
            return new StepJson(
                    rule.step().word(),
                    rule.step().kind().word(),
                    rule.anyOf().stream().map(ConditionJson::of).toList(),
                    rule.deadline().map(DeadlineJson::of).orElse(null));
        }

        StepRule rule() {
            return new StepRule(
                    Words.constant(Step.values(), Step::word, step),
                    conditions == null
                            ? List.of()
                            : conditions.stream().map(ConditionJson::noun).toList(),
                    Optional.ofNullable(deadline).map(DeadlineJson::noun));
        }
    }

    /** When a step is needed. */
    @Schema(name = "ApprovalCondition")
    public record ConditionJson(
            @NotNull @Pattern(
                    regexp = "total-at-least|first-time-partner|outside-the-portfolio",
                    message = "it must be total-at-least, first-time-partner or outside-the-portfolio")
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"total-at-least", "first-time-partner", "outside-the-portfolio"})
            String when,

            @Valid @Schema(description = "Of total-at-least only: from this total on, inclusive") @Nullable MoneyJson amount) {

        @AssertTrue(message = "give amount with total-at-least, and with nothing else") @Schema(hidden = true)
        boolean isAmountWhereItBelongs() {
            return "total-at-least".equals(when) == (amount != null);
        }

        static ConditionJson of(Condition condition) {
            return switch (condition) {
                case Condition.TotalAtLeast(var amount) -> new ConditionJson("total-at-least", MoneyJson.of(amount));
                case Condition.FirstTimePartner _, Condition.OutsideThePortfolio _ ->
                    new ConditionJson(condition.text(), null);
            };
        }

        Condition noun() {
            return amount == null ? Condition.parse(when) : new Condition.TotalAtLeast(amount.money());
        }
    }

    /** Until when; the end of that day in the district. */
    @Schema(name = "ApprovalDeadline")
    public record DeadlineJson(
            @Min(0) @Max(366) @Schema(description = "Calendar days after the day on which its stage begins", examples = "7")
            @Nullable Integer daysAfter,

            @Schema(description = "A day of the fund's calendar", examples = "2018-02-09") @Nullable LocalDate onDay) {

        @AssertTrue(message = "give either daysAfter or onDay") @Schema(hidden = true)
        boolean isOneOfBoth() {
            return (daysAfter == null) != (onDay == null);
        }

        static DeadlineJson of(Deadline deadline) {
            return switch (deadline) {
                case Deadline.DaysAfter(int days) -> new DeadlineJson(days, null);
                case Deadline.OnDay(LocalDate day) -> new DeadlineJson(null, day);
            };
        }

        Deadline noun() {
            return daysAfter != null ? new Deadline.DaysAfter(daysAfter) : Deadline.parse(String.valueOf(onDay));
        }
    }

    /** What it takes to record a version. */
    @Schema(name = "RecordApprovalStages")
    public record ToRecord(
            @NotNull @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "2018-01-15",
                    description = "From which on it holds for submissions, in the district; today or later")
            LocalDate firstDay,

            @NotNull @Size(min = 1, max = 8) @JsonProperty(required = true)
            @Schema(required = true, description = "In their order; a stage begins when those before it are approved")
            List<@Valid @NotNull StageJson> stages,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Superintendent's memo to school leaders, 12 January 2018",
                    description = "Who decided it, where it is written")
            String source) {

        RecordStages.Asked asked() {
            return new RecordStages.Asked(
                    firstDay,
                    stages.stream()
                            .map(stage ->
                                    stage.steps().stream().map(StepJson::rule).toList())
                            .toList(),
                    source);
        }
    }

    static StagesJson of(Stages stages) {
        boolean usual = stages.number() == Stages.DEFAULT;
        return new StagesJson(
                stages.fund().value(),
                stages.number(),
                usual ? null : stages.firstDay(),
                stages.stages().stream()
                        .map(stage ->
                                new StageJson(stage.stream().map(StepJson::of).toList()))
                        .toList(),
                stages.source(),
                stages.by().map(PersonJson::of).orElse(null),
                usual ? null : stages.recordedAt());
    }
}
