package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.submission.BudgetLineSum;
import org.partnershipfund.approval.submission.Chart;
import org.partnershipfund.approval.submission.Edition;
import org.partnershipfund.approval.submission.Edition.Answer;
import org.partnershipfund.approval.submission.Edition.Objection;
import org.partnershipfund.approval.submission.SchoolProgress;
import org.partnershipfund.approval.submission.SubmittedLine;
import org.partnershipfund.approval.usecase.SubmitBudget.Compared;
import org.partnershipfund.approval.usecase.SubmitBudget.Said;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;

/**
 * What goes to the budget system, on the wire.
 *
 * @param number of the edition; absent for what is approved now
 * @param comparedWith the newest earlier edition that was not rejected
 * @param budgetLines one per school, by school code; their amounts add up to total
 * @param selectionLines what they are made of; their amounts add up to total as well
 */
@Schema(name = "BudgetSubmission")
public record BudgetSubmissionJson(
        UUID fundId,
        @Schema(examples = "1") @Nullable Integer number,
        @Nullable Integer comparedWith,
        @Nullable String digest,
        @Nullable Instant madeAt,
        @Nullable AnswerJson answer,
        MoneyJson total,
        MoneyJson difference,
        List<BudgetLineJson> budgetLines,
        List<SelectionLineJson> selectionLines) {

    /** A school's budget line, as the budget system takes it. */
    @Schema(name = "SubmittedBudgetLine")
    public record BudgetLineJson(
            @Schema(examples = "52907") String account,
            @Schema(examples = "100") String fund,
            @Schema(examples = "101203") String responsibilityCentre,
            @Schema(examples = "2536") String program,
            @Schema(examples = "0000") String subclass,
            @Schema(examples = "900.00") String amount,

            @Schema(examples = "0.00", description = "Of the edition it is compared with")
            String before,

            @Schema(examples = "900.00", description = "amount less before; negative if less")
            String difference,

            @Schema(examples = "00350231") String schoolCode,
            String schoolName,
            @Schema(examples = "1") int selectionLines) {

        static BudgetLineJson of(Chart chart, BudgetLineSum sum) {
            return new BudgetLineJson(
                    chart.account(),
                    chart.fund(),
                    sum.centre(),
                    chart.program(),
                    chart.subclass(),
                    sum.amount().dollars(),
                    sum.before().dollars(),
                    sum.difference().dollars(),
                    sum.school().value(),
                    sum.schoolName(),
                    sum.lines());
        }
    }

    /** A line of an approved selection. */
    @Schema(name = "SubmittedSelectionLine")
    public record SelectionLineJson(
            String account,
            String fund,
            @Schema(examples = "101203") String responsibilityCentre,
            String program,
            String subclass,
            @Schema(examples = "900.00") String amount,
            @Schema(examples = "00350231") String schoolCode,
            String schoolName,
            String partnerName,
            String service,
            UUID selectionId,
            int version,
            UUID lineId) {

        static SelectionLineJson of(Chart chart, SubmittedLine line) {
            return new SelectionLineJson(
                    chart.account(),
                    chart.fund(),
                    line.centre(),
                    chart.program(),
                    chart.subclass(),
                    line.amount().dollars(),
                    line.school().value(),
                    line.schoolName(),
                    line.partnerName(),
                    line.programName(),
                    line.selection(),
                    line.version(),
                    line.line());
        }
    }

    /** What the budget system said. */
    @Schema(name = "BudgetSubmissionAnswer")
    public record AnswerJson(
            @Schema(enumeration = {"accepted", "rejected"}) String outcome,

            String reference,
            List<ObjectionJson> objections,
            Instant answeredAt) {

        static AnswerJson of(Answer answer) {
            return new AnswerJson(
                    answer.accepted() ? "accepted" : "rejected",
                    answer.reference(),
                    answer.objections().stream()
                            .map(one -> new ObjectionJson(one.centre(), one.reason()))
                            .toList(),
                    answer.at());
        }
    }

    /** Why a budget line was not taken. */
    @Schema(name = "BudgetLineObjection")
    public record ObjectionJson(
            @NotBlank @Size(max = 20) @JsonProperty(required = true) @Schema(required = true, examples = "101203")
            String responsibilityCentre,

            @NotBlank @Size(max = 1_000) @JsonProperty(required = true)
            @Schema(required = true, examples = "the line is frozen")
            String reason) {}

    /** What the budget system answers. */
    @Schema(name = "AnswerBudgetSubmission")
    public record ToAnswer(
            @NotNull @Pattern(regexp = "accepted|rejected", message = "it must be accepted or rejected") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"accepted", "rejected"})
            String outcome,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "BUD-2018-00417", description = "The budget system's own")
            String reference,

            @Size(max = 500) @Schema(description = "Of a rejection: at least one budget line, and why") @Nullable List<@Valid @NotNull ObjectionJson> objections) {

        Said said() {
            return new Said(
                    outcome.equals("accepted"),
                    reference,
                    objections == null
                            ? List.of()
                            : objections.stream()
                                    .map(one -> new Objection(one.responsibilityCentre(), one.reason()))
                                    .toList());
        }
    }

    /** An edition in a list. */
    @Schema(name = "BudgetSubmissionSummary")
    public record Summary(
            int number,
            @Nullable Integer comparedWith,
            String digest,
            MoneyJson total,
            Instant madeAt,

            @Schema(description = "accepted or rejected; absent while nobody answered") @Nullable String outcome,

            @Nullable String reference) {

        static Summary of(Edition edition) {
            return new Summary(
                    edition.number(),
                    edition.comparedWith().orElse(null),
                    edition.digest(),
                    MoneyJson.of(edition.total()),
                    edition.madeAt(),
                    edition.answer()
                            .map(answer -> answer.accepted() ? "accepted" : "rejected")
                            .orElse(null),
                    edition.answer().map(Answer::reference).orElse(null));
        }
    }

    /** Where a school stands. */
    @Schema(name = "SchoolProgress")
    public record ProgressJson(
            @Schema(examples = "00350231") String schoolCode,
            String schoolName,
            MoneyJson allocation,

            @Schema(description = "Neither withdrawn nor lapsed")
            int selections,

            MoneyJson selected,
            MoneyJson approved,
            MoneyJson reserved,
            MoneyJson contracted,

            @Schema(
                    examples = "superintendent",
                    description =
                            "Where the least advanced selection stands: no-selection, draft, returned, the step it waits for (the first if several are open), approved, reserved")
            String step,

            @Schema(
                    examples = "superintendent",
                    description = "Every step that a selection of the school waits for, those of early stages first")
            List<String> openSteps,

            @Nullable LocalDate dueOn,

            @Schema(description = "That day is past, and nothing was ever submitted")
            boolean overdue) {

        static ProgressJson of(SchoolProgress progress) {
            return new ProgressJson(
                    progress.school().value(),
                    progress.schoolName(),
                    MoneyJson.of(progress.allocation()),
                    progress.selections(),
                    MoneyJson.of(progress.selected()),
                    MoneyJson.of(progress.approved()),
                    MoneyJson.of(progress.reserved()),
                    MoneyJson.of(progress.contracted()),
                    progress.step(),
                    progress.openSteps().stream().map(Step::word).toList(),
                    progress.dueOn().orElse(null),
                    progress.overdue());
        }
    }

    static List<BudgetLineJson> budgetLines(Compared compared) {
        return BudgetLineSum.of(compared.lines(), compared.before()).stream()
                .map(sum -> BudgetLineJson.of(compared.chart(), sum))
                .toList();
    }

    static List<SelectionLineJson> selectionLines(Compared compared) {
        return compared.lines().stream()
                .map(line -> SelectionLineJson.of(compared.chart(), line))
                .toList();
    }

    static BudgetSubmissionJson of(Compared compared) {
        Money total = BudgetLineSum.total(compared.lines());
        return new BudgetSubmissionJson(
                compared.fund().value(),
                compared.edition().map(Edition::number).orElse(null),
                compared.comparedWith().orElse(null),
                compared.edition().map(Edition::digest).orElse(null),
                compared.edition().map(Edition::madeAt).orElse(null),
                compared.edition().flatMap(Edition::answer).map(AnswerJson::of).orElse(null),
                MoneyJson.of(total),
                MoneyJson.of(total.minus(BudgetLineSum.total(compared.before()))),
                budgetLines(compared),
                selectionLines(compared));
    }
}
