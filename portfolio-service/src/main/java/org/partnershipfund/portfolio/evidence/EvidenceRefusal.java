package org.partnershipfund.portfolio.evidence;

import org.partnershipfund.kernel.FileType;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.portfolio.vetting.ApplicationId;

/** Every way evidence can say no. */
public sealed interface EvidenceRefusal extends Refusal {

    /** The id names no evidence, or none of a partner that the caller acts for. */
    record NoSuchEvidence(EvidenceId evidence) implements EvidenceRefusal {
        @Override
        public String sentence() {
            return "There is no evidence %s that you may see. GET /evidence?applicationId=… lists that of an application."
                    .formatted(evidence.value());
        }
    }

    /** What is decided is not proved any more. */
    record TooLateForEvidence(ApplicationId application, String state) implements EvidenceRefusal {
        @Override
        public String sentence() {
            return "Application %s is %s, so it takes no more evidence. Send it with the next application."
                    .formatted(application.value(), state);
        }
    }

    /** The same bytes prove nothing more. */
    record EvidenceTwice(String fileName, String earlierName, EvidenceId earlier) implements EvidenceRefusal {
        @Override
        public String sentence() {
            return "File '%s' has the same content as '%s', which is evidence %s of this application. Send another file, or leave it at that."
                    .formatted(fileName, earlierName, earlier.value());
        }
    }

    /** Reviewers read it all. */
    record TooMuchEvidence(ApplicationId application, int most) implements EvidenceRefusal {
        @Override
        public String sentence() {
            return "Application %s has %d files, and that is the most. Put several into one file, or say in an answer what they show."
                    .formatted(application.value(), most);
        }
    }

    /** Only what everybody can open safely. */
    record FileNotAdmitted(String fileName, String why) implements EvidenceRefusal {
        @Override
        public String sentence() {
            return "File '%s' is not admitted: %s. Send a whole file of one of these types: %s."
                    .formatted(fileName, why, FileType.all());
        }
    }

    /** A file is what it says it is. */
    record FileDisguised(String fileName, String found) implements EvidenceRefusal {
        @Override
        public String sentence() {
            return "File '%s' is a %s by its content, and its name or Content-Type says otherwise. Name it for what it is and send it again."
                    .formatted(fileName, found);
        }
    }

    /** A small file that becomes a large one harms who opens it. */
    record FileSwells(String fileName, String why) implements EvidenceRefusal {
        @Override
        public String sentence() {
            return "File '%s' is too large inside: %s. Save the document anew with fewer or smaller pictures, or send it as PDF."
                    .formatted(fileName, why);
        }
    }
}
