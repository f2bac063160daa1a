package org.partnershipfund.approval.selection;

import org.partnershipfund.kernel.FileType;
import org.partnershipfund.kernel.Refusal;

/** Every way an attachment can say no. */
public sealed interface AttachmentRefusal extends Refusal {

    /** The id names no file that is handed out. */
    record NoSuchAttachment(SelectionId selection, AttachmentId attachment) implements AttachmentRefusal {
        @Override
        public String sentence() {
            return "Selection %s has no attachment %s. GET /selections/%s/attachments lists those of its newest version."
                    .formatted(selection.value(), attachment.value(), selection.value());
        }
    }

    /** The same bytes say nothing more. */
    record AttachedTwice(String fileName, String earlierName) implements AttachmentRefusal {
        @Override
        public String sentence() {
            return "File '%s' has the same content as '%s', which is attached already. Attach another file, or leave it at that."
                    .formatted(fileName, earlierName);
        }
    }

    /** Who decides reads them all. */
    record TooManyAttachments(SelectionId selection, int most) implements AttachmentRefusal {
        @Override
        public String sentence() {
            return "Selection %s has %d files, and that is the most. Remove one, or put several into one file."
                    .formatted(selection.value(), most);
        }
    }

    /** Who decides fetches them all. */
    record AttachmentsTooLarge(String fileName, long bytes, long most) implements AttachmentRefusal {
        @Override
        public String sentence() {
            return "With file '%s' the attachments have %,d bytes together, and %,d are the most. Remove one, or attach a smaller file."
                    .formatted(fileName, bytes, most);
        }
    }

    /** Only what everybody can open safely. */
    record AttachmentNotAdmitted(String fileName, String why) implements AttachmentRefusal {
        @Override
        public String sentence() {
            return "File '%s' is not admitted: %s. Attach a whole file of one of these types: %s."
                    .formatted(fileName, why, FileType.all());
        }
    }

    /** A file is what it says it is. */
    record AttachmentDisguised(String fileName, String found) implements AttachmentRefusal {
        @Override
        public String sentence() {
            return "File '%s' is a %s by its content, and its name or Content-Type says otherwise. Name it for what it is and attach it again."
                    .formatted(fileName, found);
        }
    }

    /** A small file that becomes a large one harms who opens it. */
    record AttachmentSwells(String fileName, String why) implements AttachmentRefusal {
        @Override
        public String sentence() {
            return "File '%s' is too large inside: %s. Save the document anew with fewer or smaller pictures, or attach it as PDF."
                    .formatted(fileName, why);
        }
    }
}
