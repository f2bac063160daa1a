package org.partnershipfund.approval.adapter.db;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.Attachment;
import org.partnershipfund.approval.selection.AttachmentId;
import org.partnershipfund.kernel.FileType;

/** A file of one version as it lies in table {@code selection_attachment}; its bytes are elsewhere. */
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class AttachmentPart {

    int contentVersion;

    UUID id;

    String fileName;

    String type;
    long bytes;
    String sha256;
    String issuer;
    String subject;

    Instant attachedAt;

    static AttachmentPart of(int version, Attachment attachment) {
        var part = new AttachmentPart();
        part.contentVersion = version;
        part.id = attachment.id().value();
        part.fileName = attachment.fileName();
        part.type = attachment.type().word();
        part.bytes = attachment.bytes();
        part.sha256 = attachment.sha256();
        part.issuer = attachment.by().issuer();
        part.subject = attachment.by().subject();
        part.attachedAt = attachment.at();
        return part;
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
