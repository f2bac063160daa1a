package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.approval.selection.EarliestStart;
import org.partnershipfund.approval.selection.Finding;
import org.partnershipfund.approval.selection.Finding.Fault;
import org.partnershipfund.approval.selection.Finding.Warning;
import org.partnershipfund.approval.selection.LineAsked;
import org.partnershipfund.approval.selection.SelectionRefusal;
import org.partnershipfund.approval.selection.Validation;
import org.partnershipfund.foundation.web.MoneyJson;

/** What a submission would be answered today, on the wire. */
@Schema(name = "SelectionValidation")
public record ValidationJson(
        @Schema(description = "Whether nothing is in the way of a submission; warnings are not")
        boolean submittable,

        List<FindingJson> findings,
        MoneyJson total,

        @Schema(
                description =
                        "What the school's other selections of the fund hold, and what was spent of contracts of this one that ended")
        MoneyJson others,

        MoneyJson allocation,

        @Schema(
                description =
                        "What partners gave back by credit notes of what was paid: it may be chosen again, on top of the allocation")
        MoneyJson returned,

        @Schema(description = "What would be left of the allocation and of what came back; negative if it is too much")
        MoneyJson left,

        @Schema(description = "By which version of the fund's rules")
        int rulesVersion,

        List<StartJson> earliestStarts) {

    /** One thing that was found. */
    @Schema(name = "SelectionFinding")
    public record FindingJson(
            @Schema(
                    enumeration = {"error", "warning"},
                    description = "An error refuses the submission; of a warning the school decides")
            String severity,

            @Schema(
                    examples = "share-too-large",
                    description = "Of an error the last part of its problem type (docs/problems)")
            String code,

            @Schema(examples = "1", description = "The place of its line, from 1 on; absent if it is about the whole")
            @Nullable Integer line,

            @Schema(
                    examples =
                            "Harbor Youth Alliance takes $700.00 of this selection's $1,000.00, and the rules of this fund allow one partner 60 per cent, which is $600.00. Take less of it, or more of others.")
            String sentence) {

        static FindingJson of(Finding finding, Function<SelectionRefusal, String> code) {
            return switch (finding) {
                case Fault(var line, SelectionRefusal why) ->
                    new FindingJson("error", code.apply(why), line.orElse(null), why.sentence());
                case Warning(var line, var about) ->
                    new FindingJson("warning", about.code(), line.orElse(null), about.sentence());
            };
        }
    }

    /** From when on the services of a line can lawfully be given. */
    @Schema(name = "EarliestStart")
    public record StartJson(
            @Schema(examples = "1") int line,
            String programName,
            String partnerName,

            @Schema(description = "What this selection buys of that partner; other schools are not counted")
            MoneyJson toPartner,

            LocalDate serviceFrom,

            @Schema(examples = "written-quotes") @Nullable String method,
            @Schema(examples = "2") @Nullable Integer weeksAtLeast,
            @Schema(examples = "4") @Nullable Integer weeksAtMost,

            @Schema(description = "If the purchase were asked for today and nothing took long") @Nullable LocalDate earliest,

            @Schema(description = "The same, if it takes long") @Nullable LocalDate latest,

            @Nullable String source,

            @Schema(description = "How to read the days") String note) {

        private static final String NOTE =
                "By this selection's own amount to that partner. Central office buys for all schools of the year together, so a higher tier and more weeks may apply; council, superintendent and budget office decide first.";
        private static final String UNKNOWN = "No lead time is known for this day and amount. Ask central office.";

        static StartJson of(EarliestStart start, LocalDate today) {
            LeadTime tier = start.tier().orElse(null);
            return new StartJson(
                    start.place(),
                    start.line().programName(),
                    start.line().partnerName(),
                    MoneyJson.of(start.toPartner()),
                    start.line().serviceFrom(),
                    tier == null ? null : tier.method(),
                    tier == null ? null : tier.weeksAtLeast(),
                    tier == null ? null : tier.weeksAtMost(),
                    tier == null ? null : tier.earliest(today),
                    tier == null ? null : tier.latest(today),
                    tier == null ? null : tier.source(),
                    tier == null ? UNKNOWN : NOTE);
        }
    }

    /** A draft that is not saved. */
    @Schema(name = "ValidateSelection")
    public record ToValidate(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID fundId,

            @NotNull @Pattern(regexp = "[0-9]{8}", message = "it must be eight digits, such as 00350231") @JsonProperty(required = true)
            @Schema(required = true, examples = "00350231")
            String schoolCode,

            @NotNull @Size(min = 1, max = 50) @JsonProperty(required = true) @Schema(required = true)
            List<SelectionJson.@Valid @NotNull LineToDraft> lines) {

        List<LineAsked> asked() {
            return lines.stream().map(SelectionJson.LineToDraft::asked).toList();
        }
    }

    static ValidationJson of(Validation validation, LocalDate today, Function<SelectionRefusal, String> code) {
        return new ValidationJson(
                validation.isSubmittable(),
                validation.findings().stream()
                        .map(finding -> FindingJson.of(finding, code))
                        .toList(),
                MoneyJson.of(validation.total()),
                MoneyJson.of(validation.others()),
                MoneyJson.of(validation.allocation()),
                MoneyJson.of(validation.returned()),
                MoneyJson.of(validation.left()),
                validation.rules().version(),
                validation.starts().stream()
                        .map(start -> StartJson.of(start, today))
                        .toList());
    }
}
