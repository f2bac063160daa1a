package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachedTwice;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentDisguised;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentNotAdmitted;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentSwells;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentsTooLarge;
import org.partnershipfund.approval.selection.AttachmentRefusal.NoSuchAttachment;
import org.partnershipfund.approval.selection.AttachmentRefusal.TooManyAttachments;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Draft;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.Selection.Withdrawn;
import org.partnershipfund.approval.selection.SelectionRefusal.NotEditable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Inspection;
import org.partnershipfund.kernel.ReceivedFile;
import org.partnershipfund.kernel.Refusal;

/**
 * A school adds files to what it asks for, or takes them out again: each time a new version with the same needs and lines,
 * and while nobody but the school has it in hand.
 *
 * <p>Source: docs/policy/approval.md §4.4.
 */
public final class Attaching {

    private Attaching() {}

    /**
     * How much a version may carry.
     *
     * @param mostFiles 1 or more
     * @param mostBytes of all files together
     */
    public record Limits(int mostFiles, long mostBytes) {}

    /**
     * Who changes what when.
     *
     * @param ids for the lines of the new version, which have ids of their own
     */
    public record Change(Person by, Instant at, Ids ids, Fingerprint fingerprint) {}

    /** A new version that has the file beside what the one before has. */
    public static Decision<Selection> attach(Selection selection, ReceivedFile file, Limits limits, Change change) {
        return switch (editable(selection)) {
            case Refused<Dossier>(Refusal why) -> Decision.refuse(why);
            case Accepted<Dossier>(Dossier dossier, var _) -> attach(dossier, file, limits, change);
        };
    }

    private static Decision<Selection> attach(Dossier dossier, ReceivedFile file, Limits limits, Change change) {
        List<Attachment> before = dossier.content().attachments();
        Optional<Attachment> same = before.stream()
                .filter(one -> one.sha256().equals(file.sha256()))
                .findFirst();
        if (same.isPresent()) {
            return Decision.refuse(new AttachedTwice(file.fileName(), same.get().fileName()));
        }
        if (before.size() >= limits.mostFiles()) {
            return Decision.refuse(new TooManyAttachments(dossier.id(), limits.mostFiles()));
        }
        long together =
                file.bytes() + before.stream().mapToLong(Attachment::bytes).sum();
        if (together > limits.mostBytes()) {
            return Decision.refuse(new AttachmentsTooLarge(file.fileName(), together, limits.mostBytes()));
        }
        return switch (file.inspection()) {
            case Inspection.NotAdmitted(var why) -> Decision.refuse(new AttachmentNotAdmitted(file.fileName(), why));
            case Inspection.Swells(var why) -> Decision.refuse(new AttachmentSwells(file.fileName(), why));
            case Inspection.Admitted(var type)
            when !file.isCalled(type) -> Decision.refuse(new AttachmentDisguised(file.fileName(), type.name()));
            case Inspection.Admitted(var type) -> {
                List<Attachment> all = new ArrayList<>(before);
                all.add(new Attachment(
                        new AttachmentId(change.ids().next()),
                        file.fileName(),
                        type,
                        file.bytes(),
                        file.sha256(),
                        change.by(),
                        change.at()));
                yield Decision.accept(next(dossier, all, change));
            }
        };
    }

    /** A new version without the file; earlier versions keep its name and digest. */
    public static Decision<Selection> remove(Selection selection, AttachmentId attachment, Change change) {
        return switch (editable(selection)) {
            case Refused<Dossier>(Refusal why) -> Decision.refuse(why);
            case Accepted<Dossier>(Dossier dossier, var _) -> {
                List<Attachment> before = dossier.content().attachments();
                List<Attachment> rest = before.stream()
                        .filter(one -> !one.id().equals(attachment))
                        .toList();
                yield rest.size() == before.size()
                        ? Decision.refuse(new NoSuchAttachment(dossier.id(), attachment))
                        : Decision.accept(next(dossier, rest, change));
            }
        };
    }

    private static Decision<Dossier> editable(Selection selection) {
        return switch (selection) {
            case Draft _, Returned _ -> Decision.accept(selection.dossier());
            case Submitted _, Approved _, Reserved _, Withdrawn _ ->
                Decision.refuse(new NotEditable(selection.dossier().id(), selection.word()));
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
        };
    }

    private static Selection next(Dossier dossier, List<Attachment> attachments, Change change) {
        Content content = dossier.content();
        List<Line> lines = content.lines().stream()
                .map(line -> line.again(change.ids().next()))
                .toList();
        return new Draft(
                dossier.next(content.needs(), lines, attachments, change.by(), change.at(), change.fingerprint()));
    }

    /**
     * The files that are handed out: those of the newest version, and of every version that was ever submitted. What was
     * taken out of a draft again nobody decided on.
     *
     * @param versions of the content
     * @param submitted which of them were
     */
    public static List<Attachment> onFile(Content newest, Collection<Content> versions, Set<Integer> submitted) {
        return Stream.concat(
                        versions.stream().filter(content -> submitted.contains(content.version())), Stream.of(newest))
                .flatMap(content -> content.attachments().stream())
                .distinct()
                .toList();
    }
}
