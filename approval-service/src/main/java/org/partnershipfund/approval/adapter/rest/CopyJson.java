package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.selection.CopiedLine;
import org.partnershipfund.approval.selection.CopiedLine.Outcome.Copied;
import org.partnershipfund.approval.selection.CopiedLine.Outcome.LeftOut;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.SelectionRefusal;
import org.partnershipfund.foundation.web.MoneyJson;

/** What a school begins with from last year, on the wire. */
@Schema(name = "SelectionCopy")
public record CopyJson(
        @Schema(description = "The new draft; GET /selections/{id}/validation shows what is in its way")
        SelectionJson selection,

        @Schema(description = "One per line of the older selection, in its order")
        List<CopiedLineJson> lines) {

    /** What became of one line. */
    @Schema(name = "CopiedLine")
    public record CopiedLineJson(
            UUID programId,
            String programName,

            @Schema(enumeration = {"copied", "left-out"}) String outcome,

            @Schema(description = "What it cost in the older selection")
            MoneyJson before,

            @Schema(description = "What it costs by today's price sheet; absent if it was left out") @Nullable MoneyJson now,

            @Schema(examples = "no-such-price", description = "Why it was left out") @Nullable String code,

            @Nullable String sentence) {

        static CopiedLineJson of(CopiedLine line, Function<SelectionRefusal, String> code) {
            Line before = line.before();
            return switch (line.outcome()) {
                case Copied(Line now) ->
                    new CopiedLineJson(
                            before.program().value(),
                            before.programName(),
                            "copied",
                            MoneyJson.of(before.amount()),
                            MoneyJson.of(now.amount()),
                            null,
                            null);
                case LeftOut(SelectionRefusal why) ->
                    new CopiedLineJson(
                            before.program().value(),
                            before.programName(),
                            "left-out",
                            MoneyJson.of(before.amount()),
                            null,
                            code.apply(why),
                            why.sentence());
            };
        }
    }

    /** What it takes to copy. */
    @Schema(name = "CopySelection")
    public record ToCopy(
            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "A selection of the same school, of the year before")
            UUID selectionId,

            @NotNull @JsonProperty(required = true) @Schema(required = true, description = "The fund of the new year")
            UUID fundId) {}
}
