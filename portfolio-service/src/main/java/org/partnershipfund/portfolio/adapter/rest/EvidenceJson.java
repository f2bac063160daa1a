package org.partnershipfund.portfolio.adapter.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.evidence.Evidence;

/** What is known of a file of evidence, on the wire. */
@Schema(name = "Evidence")
public record EvidenceJson(
        UUID id,
        UUID applicationId,
        @Schema(examples = "observation-report.pdf") String fileName,

        @Schema(
                enumeration = {"pdf", "png", "jpeg", "docx"},
                description = "By its content")
        String type,

        @Schema(examples = "182044") long bytes,

        @Schema(
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                description = "Digest of its bytes")
        String sha256,

        @Schema(examples = "quality", description = "The criterion that it proves, if it is one") @Nullable String criterion,

        Instant at) {

    static EvidenceJson of(Evidence evidence) {
        return new EvidenceJson(
                evidence.id().value(),
                evidence.application().value(),
                evidence.fileName(),
                evidence.type().word(),
                evidence.bytes(),
                evidence.sha256(),
                evidence.criterion().orElse(null),
                evidence.at());
    }
}
