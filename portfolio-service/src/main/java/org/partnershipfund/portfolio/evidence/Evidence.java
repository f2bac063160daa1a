package org.partnershipfund.portfolio.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FileType;
import org.partnershipfund.kernel.Inspection;
import org.partnershipfund.kernel.ReceivedFile;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.EvidenceTwice;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.FileDisguised;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.FileNotAdmitted;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.FileSwells;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.TooLateForEvidence;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.TooMuchEvidence;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;

/**
 * A file that proves an application. It never changes; another file is other evidence.
 *
 * @param fileName as its sender calls it, without folders; 1 to 200 characters
 * @param bytes its length; 1 or more
 * @param sha256 of its bytes, in hex; where they lie
 * @param criterion that it proves, if it is one
 * @param by who sent it
 */
public record Evidence(
        EvidenceId id,
        ApplicationId application,
        String fileName,
        FileType type,
        long bytes,
        String sha256,
        Optional<String> criterion,
        Person by,
        Instant at) {

    /** How many files an application may have. */
    public static final int MOST_FILES = 50;

    /**
     * Adds a file to an application (§6.1 to §6.3).
     *
     * @param before what the application has
     * @param criterion that it proves, if it is one
     */
    public static Decision<Evidence> add(
            EvidenceId id,
            Application application,
            List<Evidence> before,
            ReceivedFile file,
            Optional<String> criterion,
            Person by,
            Instant at) {
        return switch (application) {
            case Application.Intended _, Application.Submitted _, Application.Returned _ ->
                add(id, application.id(), before, file, criterion, by, at);
            case Application.Vetted _, Application.Suspended _, Application.Refused _, Application.Withdrawn _ ->
                Decision.refuse(new TooLateForEvidence(application.id(), application.word()));
        };
    }

    private static Decision<Evidence> add(
            EvidenceId id,
            ApplicationId application,
            List<Evidence> before,
            ReceivedFile file,
            Optional<String> criterion,
            Person by,
            Instant at) {
        Optional<Evidence> same = before.stream()
                .filter(known -> known.sha256().equals(file.sha256()))
                .findFirst();
        if (same.isPresent()) {
            return Decision.refuse(new EvidenceTwice(
                    file.fileName(), same.get().fileName(), same.get().id()));
        }
        if (before.size() >= MOST_FILES) {
            return Decision.refuse(new TooMuchEvidence(application, MOST_FILES));
        }
        return switch (file.inspection()) {
            case Inspection.NotAdmitted(var why) -> Decision.refuse(new FileNotAdmitted(file.fileName(), why));
            case Inspection.Swells(var why) -> Decision.refuse(new FileSwells(file.fileName(), why));
            case Inspection.Admitted(var type) ->
                file.isCalled(type)
                        ? Decision.accept(new Evidence(
                                id, application, file.fileName(), type, file.bytes(), file.sha256(), criterion, by, at))
                        : Decision.refuse(new FileDisguised(file.fileName(), type.name()));
        };
    }
}
