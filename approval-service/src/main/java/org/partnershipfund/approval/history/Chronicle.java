package org.partnershipfund.approval.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.history.Happening.Awarded;
import org.partnershipfund.approval.history.Happening.ContractCompleted;
import org.partnershipfund.approval.history.Happening.ContractEnded;
import org.partnershipfund.approval.history.Happening.Decided;
import org.partnershipfund.approval.history.Happening.Deed;
import org.partnershipfund.approval.history.Happening.PurchaseCancelled;
import org.partnershipfund.approval.history.Happening.Said;
import org.partnershipfund.approval.history.Happening.UnderContract;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.Attachment;
import org.partnershipfund.approval.selection.AttachmentId;
import org.partnershipfund.approval.selection.Comment;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.Selection;

/**
 * A selection with everything that ever happened to it.
 *
 * @param versions of its content, oldest first
 * @param motions about it, in the order in which they were opened
 * @param traces what the audit trail has of it and its motions, oldest first
 * @param comments of those who may read it, oldest first
 * @param sights who saw which version, oldest first
 */
public record Chronicle(
        Selection selection,
        List<Content> versions,
        List<Motion> motions,
        List<Trace> traces,
        List<Comment> comments,
        List<Happening.Seen> sights) {

    /** A comment is told with its text, so the trail's note of it is not told again. */
    private static final String COMMENTED = "SelectionCommented";

    /** The version that it began says why. */
    private static final String AMENDED = "SelectionAmended";

    /** What stood is the newest version again. */
    private static final String GIVEN_UP = "AmendmentWithdrawn";

    /** The version that it made has one file more than the one before. */
    private static final String ATTACHED = "SelectionFileAttached";

    /** The version that it made has one file less than the one before. */
    private static final String REMOVED = "SelectionFileRemoved";

    public Chronicle {
        versions = List.copyOf(versions);
        motions = List.copyOf(motions);
        traces = List.copyOf(traces);
        comments = List.copyOf(comments);
        sights = List.copyOf(sights);
    }

    /**
     * What the audit trail has: somebody did something to the selection, or to a motion about it.
     *
     * @param subject the id of the selection or motion
     */
    public record Trace(Instant at, String subject, String action, Optional<Person> by, String roles) {}

    /** Everything, oldest first; of one moment what was done stands before what it led to. */
    public List<Happening> happenings() {
        List<Happening> all = new ArrayList<>();
        traces.stream().filter(trace -> !trace.action().equals(COMMENTED)).forEach(trace -> all.add(deed(trace)));
        comments.forEach(comment -> all.add(new Said(comment)));
        selection
                .dossier()
                .decisions()
                .forEach(decision -> all.add(new Decided(decision, selection.isBinding(decision))));
        selection.dossier().awards().forEach(award -> all.add(new Awarded(award, versionAt(award.at()))));
        selection.dossier().contracted().forEach(word -> all.add(contract(word)));
        selection
                .dossier()
                .cancelled()
                .forEach(purchase -> all.add(new PurchaseCancelled(purchase, versionAt(purchase.at()))));
        all.addAll(sights);
        all.sort(Comparator.comparing(Happening::at));
        return all;
    }

    private Happening contract(Contracted word) {
        if (word.isEnd()) {
            return new ContractEnded(word, versionAt(word.at()));
        }
        return word.isCompletion() ? new ContractCompleted(word, versionAt(word.at())) : new UnderContract(word);
    }

    private Deed deed(Trace trace) {
        Optional<Motion> motion = motions.stream()
                .filter(one -> one.question().id().value().toString().equals(trace.subject()))
                .findFirst();
        int version = motion.map(one -> one.question().item().version()).orElseGet(() -> versionAt(trace.at()));
        return new Deed(trace.at(), version, trace.action(), trace.by(), trace.roles(), motion, reason(trace, version));
    }

    private Optional<String> reason(Trace trace, int version) {
        return switch (trace.action()) {
            case AMENDED -> version(version).flatMap(Content::amendedBecause);
            case ATTACHED -> fileOnlyIn(version, version - 1);
            case REMOVED -> fileOnlyIn(version - 1, version);
            default -> Optional.empty();
        };
    }

    private Optional<String> fileOnlyIn(int one, int other) {
        Set<AttachmentId> without = attachments(other).map(Attachment::id).collect(Collectors.toSet());
        return attachments(one)
                .filter(attachment -> !without.contains(attachment.id()))
                .findFirst()
                .map(Attachment::fileName);
    }

    private Stream<Attachment> attachments(int ofVersion) {
        return version(ofVersion).stream().flatMap(content -> content.attachments().stream());
    }

    private Optional<Content> version(int number) {
        return versions.stream().filter(content -> content.version() == number).findFirst();
    }

    /**
     * The newest version of that moment: the one that was drafted last, and once an amendment is given up the one that stood
     * when it began.
     */
    private int versionAt(Instant at) {
        int newest = versions.stream()
                .filter(content -> !content.draftedAt().isAfter(at))
                .mapToInt(Content::version)
                .max()
                .orElse(1);
        return givenUpSince(newest, at).map(this::stoodBefore).orElse(newest);
    }

    /** When the amendment with that version was given up, if it was by then. */
    private Optional<Instant> givenUpSince(int version, Instant at) {
        Instant drafted = version(version).map(Content::draftedAt).orElse(at);
        return traces.stream()
                .filter(trace -> trace.action().equals(GIVEN_UP))
                .map(Trace::at)
                .filter(moment -> !moment.isBefore(drafted) && !moment.isAfter(at))
                .findFirst();
    }

    /** What was the newest version just before the first one of the amendment that was given up then. */
    private int stoodBefore(Instant givenUp) {
        Instant began = traces.stream()
                .filter(trace -> trace.action().equals(AMENDED) && !trace.at().isAfter(givenUp))
                .map(Trace::at)
                .reduce((earlier, later) -> later)
                .orElse(givenUp);
        // The trail writes a deed down a moment after it was done.
        Instant first = versions.stream()
                .map(Content::draftedAt)
                .filter(drafted -> !drafted.isAfter(began))
                .max(Comparator.naturalOrder())
                .orElse(began);
        return versionAt(first.minusNanos(1));
    }
}
