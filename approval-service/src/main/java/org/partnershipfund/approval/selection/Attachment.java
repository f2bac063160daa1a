package org.partnershipfund.approval.selection;

import java.time.Instant;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.FileType;

/**
 * A file that belongs to a version of a selection. It never changes; another file is another attachment.
 *
 * <p>Source: docs/policy/approval.md §4.4.
 *
 * @param fileName as its sender calls it, without folders; 1 to 200 characters
 * @param bytes its length; 1 or more
 * @param sha256 of its bytes, in hex; where they lie
 * @param by who attached it
 */
public record Attachment(
        AttachmentId id, String fileName, FileType type, long bytes, String sha256, Person by, Instant at) {}
