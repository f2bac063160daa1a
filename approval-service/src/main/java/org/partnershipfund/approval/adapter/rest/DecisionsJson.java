package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.LineComment;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.approval.usecase.DecideSelection;
import org.partnershipfund.foundation.problem.Problem;
import org.partnershipfund.kernel.Versioned;

/** Decisions of single persons on the wire, one or many. */
public final class DecisionsJson {

    private DecisionsJson() {}

    /** What somebody decides at a step. */
    @Schema(name = "DecideStep")
    public record ToDecide(
            @NotNull @Pattern(regexp = "approve|return", message = "it must be approve or return") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"approve", "return"})
            String decision,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true) @Schema(required = true)
            String reasons,

            @Size(max = 50) @Schema(description = "On lines of the version that is decided on") @Nullable List<SelectionJson.@Valid @NotNull LineCommentJson> lineComments) {

        DecideSelection.Asked asked(UUID selection, long seen, Step step) {
            return DecisionsJson.asked(selection, seen, step, decision, reasons, lineComments);
        }
    }

    /** Many decisions that have nothing to do with each other. */
    @Schema(name = "DecideMany")
    public record ToDecideMany(
            @NotNull @Size(min = 1, max = 100) @JsonProperty(required = true) @Schema(required = true)
            List<@Valid @NotNull Item> decisions) {}

    /** One of many decisions. */
    @Schema(name = "DecideManyItem")
    public record Item(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID selectionId,

            @Min(1) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "3",
                    description = "The number in the ETag of the selection that was decided upon")
            long seen,

            @NotNull @Pattern(regexp = StagesJson.WORDS, message = "it must be one of " + StagesJson.WORDS) @JsonProperty(required = true)
            @Schema(required = true, examples = "superintendent")
            String step,

            @NotNull @Pattern(regexp = "approve|return", message = "it must be approve or return") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"approve", "return"})
            String decision,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true) @Schema(required = true)
            String reasons,

            @Size(max = 50) @Nullable List<SelectionJson.@Valid @NotNull LineCommentJson> lineComments) {

        DecideSelection.Asked asked() {
            return DecisionsJson.asked(
                    selectionId,
                    seen,
                    Words.constant(Step.values(), Step::word, step),
                    decision,
                    reasons,
                    lineComments);
        }
    }

    /** What became of each, in the order in which they were asked. */
    @Schema(name = "DecidedMany")
    public record Answers(List<Answer> answers) {}

    /**
     * What became of one.
     *
     * @param status 200, 404, 409, 412 or 422, as the door for one decision would have answered; 503 if it failed on our side
     */
    @Schema(name = "DecidedManyItem")
    public record Answer(
            UUID selectionId,
            @Schema(examples = "200") int status,

            @Schema(description = "Its state after the decision; absent if it was not taken") @Nullable String state,

            @Schema(description = "For the next If-Match") @Nullable Long version,

            @Schema(description = "Why it was not taken") @Nullable Problem problem) {

        static Answer decided(Versioned<Selection> selection) {
            return new Answer(
                    selection.value().dossier().id().value(),
                    200,
                    selection.value().word(),
                    selection.version(),
                    null);
        }

        static Answer not(UUID selection, String slug, String title, int status, String detail) {
            return new Answer(
                    selection,
                    status,
                    null,
                    null,
                    new Problem(
                            Problem.typeOf(slug), title, status, detail, "/selections/" + selection, null, List.of()));
        }
    }

    private static DecideSelection.Asked asked(
            UUID selection,
            long seen,
            Step step,
            String decision,
            String reasons,
            @Nullable List<SelectionJson.LineCommentJson> lineComments) {
        return new DecideSelection.Asked(
                new SelectionId(selection),
                seen,
                step,
                decision.equals("approve") ? Verdict.APPROVED : Verdict.RETURNED,
                reasons,
                comments(lineComments));
    }

    static List<LineComment> comments(@Nullable List<SelectionJson.LineCommentJson> lineComments) {
        return lineComments == null
                ? List.of()
                : lineComments.stream().map(SelectionJson.LineCommentJson::noun).toList();
    }
}
