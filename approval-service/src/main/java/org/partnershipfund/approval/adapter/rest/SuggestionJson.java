package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.matching.Outcome;
import org.partnershipfund.approval.matching.Suggestion;
import org.partnershipfund.approval.matching.Suggestion.Answer;
import org.partnershipfund.approval.matching.Suggestion.Answered;
import org.partnershipfund.approval.matching.Suggestion.Made;
import org.partnershipfund.approval.matching.Suggestion.Open;
import org.partnershipfund.approval.matching.Suggestion.Withdrawn;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.kernel.FiscalYear;

/** A program that a superintendent suggests to a school, on the wire. */
@Schema(name = "Suggestion")
public record SuggestionJson(
        UUID id,
        @Schema(examples = "00350231") String schoolCode,
        @Schema(examples = "2019") int fiscalYear,
        UUID programId,

        @Schema(examples = "It works with two schools nearby")
        String why,

        PersonJson suggestedBy,
        Instant suggestedAt,

        @Schema(enumeration = {"open", "considered", "chosen", "not-chosen", "withdrawn"})
        String state,

        @Schema(
                examples = "We have a partner for reading already",
                description = "Why the school answered so; absent before")
        @Nullable String reason,

        @Schema(description = "Absent before, and for students") @Nullable PersonJson answeredBy,

        @Nullable Instant answeredAt,
        @Nullable Instant withdrawnAt) {

    /** What it takes to suggest a program. */
    @Schema(name = "SuggestProgram")
    public record ToSuggest(
            @Min(2000) @Max(2199) @JsonProperty(required = true) @Schema(required = true, examples = "2019")
            int fiscalYear,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, examples = "It works with two schools nearby")
            String why) {

        FiscalYear year() {
            return new FiscalYear(fiscalYear);
        }

        ProgramId program() {
            return new ProgramId(programId);
        }
    }

    /** What the school made of it. */
    @Schema(name = "AnswerSuggestion")
    public record ToAnswer(
            @NotNull @Pattern(regexp = Outcome.WORDS, message = "it must be one of " + Outcome.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"considered", "chosen", "not-chosen"})
            String outcome,

            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, examples = "We have a partner for reading already")
            String reason) {

        Outcome asOutcome() {
            return Words.constant(Outcome.values(), Outcome::word, outcome);
        }
    }

    static SuggestionJson of(Suggestion suggestion, Adults.Shown shown) {
        Made made = suggestion.made();
        var said = suggestion.said();
        return new SuggestionJson(
                made.id().value(),
                made.school().value(),
                made.year().endYear(),
                made.program().value(),
                made.why(),
                PersonJson.of(made.by()),
                made.at(),
                state(suggestion),
                said.map(Answer::reason).orElse(null),
                said.map(Answer::by).map(shown::of).orElse(null),
                said.map(Answer::at).orElse(null),
                withdrawnAt(suggestion));
    }

    private static String state(Suggestion suggestion) {
        return switch (suggestion) {
            case Open _ -> "open";
            case Answered(var _, Answer answer) -> answer.outcome().word();
            case Withdrawn _ -> "withdrawn";
        };
    }

    private static @Nullable Instant withdrawnAt(Suggestion suggestion) {
        return switch (suggestion) {
            case Open _, Answered _ -> null;
            case Withdrawn gone -> gone.at();
        };
    }
}
