package org.partnershipfund.approval.adapter.db;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.Attachment;
import org.partnershipfund.approval.selection.AttachmentId;
import org.partnershipfund.kernel.FileType;

/** A file of one version as it lies in table {@code selection_attachment}; its bytes are elsewhere. */
record AttachmentPart(
        int contentVersion,
        UUID id,
        String fileName,
        String type,
        long bytes,
        String sha256,
        String issuer,
        String subject,
        Instant attachedAt) {

    static AttachmentPart of(int version, Attachment attachment) {
        return new AttachmentPart(
                version,
                attachment.id().value(),
                attachment.fileName(),
                attachment.type().word(),
                attachment.bytes(),
                attachment.sha256(),
                attachment.by().issuer(),
                attachment.by().subject(),
                attachment.at());
    }

    Attachment noun() {
        return new Attachment(
                new AttachmentId(id),
                fileName,
                FileType.of(type),
                bytes,
                sha256,
                new Person(issuer, subject),
                attachedAt);
    }
}
