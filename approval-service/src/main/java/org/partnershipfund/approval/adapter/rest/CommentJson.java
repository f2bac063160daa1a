package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.selection.Comment;

/** What somebody said about a selection, on the wire. */
@Schema(name = "SelectionComment")
public record CommentJson(
        UUID id,
        UUID selectionId,

        @Schema(examples = "1", description = "The newest version when it was said")
        int version,

        @Schema(description = "Absent if it is about the whole") @Nullable UUID lineId,

        @Schema(description = "Absent for students, who are told of by their role only") @Nullable PersonJson saidBy,

        @Schema(examples = "council-member") String role,
        String text,
        Instant saidAt) {

    /** What it takes to comment. */
    @Schema(name = "CommentOnSelection")
    public record ToSay(
            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Does the price include snacks?",
                    description = "Without names of pupils: selections are public records")
            String text,

            @Schema(description = "A line of the newest version; absent for the whole") @Nullable UUID lineId) {}

    static CommentJson of(Comment comment, Adults.Shown shown) {
        return new CommentJson(
                comment.id(),
                comment.selection().value(),
                comment.version(),
                comment.line().orElse(null),
                shown.of(comment.by()),
                comment.role(),
                comment.text(),
                comment.at());
    }
}
