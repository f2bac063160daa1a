package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.support.GuideEdition.Title;

/** An edition of the guide on the wire, without its page. */
@Schema(name = "GuideEdition")
public record GuideJson(
        UUID id,
        UUID fundId,

        @Schema(examples = "1", description = "1 for the first of the fund")
        int number,

        @Schema(description = "SHA-256 of the page's bytes (Accept: text/html), in hexadecimal")
        String digest,

        Instant publishedAt) {

    /** What it takes to publish an edition. */
    @Schema(name = "PublishGuide")
    public record ToPublish(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID fundId) {

        FundId fund() {
            return new FundId(fundId);
        }
    }

    static GuideJson of(Title title) {
        return new GuideJson(title.id().value(), title.fund().value(), title.number(), title.digest(), title.at());
    }
}
