package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.procurement.process.Cancellation;

/** How a process ended without a contract, on the wire. */
@Schema(name = "Cancellation")
public record CancellationJson(
        String reason,

        @Schema(description = "The officer, by the subject of their token")
        String by,

        @Schema(description = "What waits for a new process since then")
        List<FreedJson> freed,

        Instant cancelledAt) {

    /** A line of a school that nobody buys now. */
    @Schema(name = "FreedLine")
    public record FreedJson(
            UUID selectionId, int version, UUID lineId, String schoolCode, UUID programId, MoneyJson amount) {}

    /** What it takes to cancel. */
    @Schema(name = "CancelProcess", examples = "{\"reason\":\"The specification was wrong; it is asked for anew\"}")
    public record ToCancel(
            @NotBlank @Size(max = 2000) @JsonProperty(required = true)
            @Schema(required = true, examples = "The specification was wrong; it is asked for anew")
            String reason) {}

    static CancellationJson of(Cancellation cancellation) {
        return new CancellationJson(
                cancellation.reason(),
                cancellation.officer(),
                cancellation.freed().stream()
                        .map(one -> new FreedJson(
                                one.selection(),
                                one.version(),
                                one.line(),
                                one.school().value(),
                                one.program(),
                                MoneyJson.of(one.amount())))
                        .toList(),
                cancellation.at());
    }
}
