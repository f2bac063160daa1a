package org.partnershipfund.approval.adapter.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.approval.selection.Attachment;

/** What is known of a file at a selection, on the wire. */
@Schema(name = "SelectionAttachment")
public record AttachmentJson(
        @Schema(description = "The same in every version that has the file")
        UUID id,

        @Schema(examples = "attendance-by-grade.pdf") String fileName,

        @Schema(
                enumeration = {"pdf", "png", "jpeg", "docx"},
                description = "By its content")
        String type,

        @Schema(examples = "182044") long bytes,

        @Schema(
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                description = "Digest of its bytes; part of the version's digest")
        String sha256,

        Instant at) {

    static AttachmentJson of(Attachment attachment) {
        return new AttachmentJson(
                attachment.id().value(),
                attachment.fileName(),
                attachment.type().word(),
                attachment.bytes(),
                attachment.sha256(),
                attachment.at());
    }
}
