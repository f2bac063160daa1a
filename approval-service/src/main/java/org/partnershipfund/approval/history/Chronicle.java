package org.partnershipfund.approval.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.history.Happening.Awarded;
import org.partnershipfund.approval.history.Happening.ContractEnded;
import org.partnershipfund.approval.history.Happening.Decided;
import org.partnershipfund.approval.history.Happening.Deed;
import org.partnershipfund.approval.history.Happening.Said;
import org.partnershipfund.approval.history.Happening.UnderContract;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.Comment;
import org.partnershipfund.approval.selection.Content;
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
        selection
                .dossier()
                .contracted()
                .forEach(line -> all.add(
                        line.isEnd() ? new ContractEnded(line, versionAt(line.at())) : new UnderContract(line)));
        all.addAll(sights);
        all.sort(Comparator.comparing(Happening::at));
        return all;
    }

    private Deed deed(Trace trace) {
        Optional<Motion> motion = motions.stream()
                .filter(one -> one.question().id().value().toString().equals(trace.subject()))
                .findFirst();
        int version = motion.map(one -> one.question().item().version()).orElseGet(() -> versionAt(trace.at()));
        return new Deed(trace.at(), version, trace.action(), trace.by(), trace.roles(), motion, reason(trace, version));
    }

    private Optional<String> reason(Trace trace, int version) {
        return versions.stream()
                .filter(content -> trace.action().equals(AMENDED) && content.version() == version)
                .findFirst()
                .flatMap(Content::amendedBecause);
    }

    private int versionAt(Instant at) {
        return versions.stream()
                .filter(content -> !content.draftedAt().isAfter(at))
                .mapToInt(Content::version)
                .max()
                .orElse(1);
    }
}
