package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.selection.Comment;
import org.partnershipfund.approval.selection.Comments;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchLine;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;

/** Whoever may read a selection says something about it; nothing of the selection changes. */
@ApplicationScoped
public class CommentOnSelection {

    private final ReadSelections selections;
    private final Comments comments;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    CommentOnSelection(ReadSelections selections, Comments comments, AuditTrail audit, Ids ids, Clock clock) {
        this.selections = selections;
        this.comments = comments;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a comment on the newest version.
     *
     * @param line of the newest version; empty for the whole
     * @param role of the speaker, as tokens call it
     * @throws RefusedException if there is no such selection, only for others, or the newest version has no such line
     */
    @Transactional
    public Comment say(SelectionId id, Reach reach, Optional<UUID> line, Person by, String role, String text) {
        Content content = selections.one(id, reach).value().dossier().content();
        line.filter(asked -> content.lines().stream().noneMatch(one -> one.id().equals(asked)))
                .ifPresent(asked -> {
                    throw new RefusedException(new NoSuchLine(id, asked, content.version()));
                });
        var comment = new Comment(ids.next(), id, content.version(), line, by, role, text, clock.instant());
        comments.add(comment);
        audit.record(new AuditTrail.Change("SelectionCommented", id.value().toString(), null, Audited.of(comment)));
        return comment;
    }

    /**
     * Comments in the order in which they were made.
     *
     * @throws RefusedException if there is no such selection, or only for others
     */
    public List<Comment> on(SelectionId id, Reach reach, Optional<UUID> after, int limit) {
        return comments.on(selections.one(id, reach).value().dossier().id(), after, limit);
    }

    /** A comment as the audit trail may keep it: what somebody said only as a digest. */
    record Audited(
            UUID id,
            SelectionId selection,
            int version,
            Optional<UUID> line,
            Person by,
            String role,
            Personal text,
            Instant at) {

        static Audited of(Comment comment) {
            return new Audited(
                    comment.id(),
                    comment.selection(),
                    comment.version(),
                    comment.line(),
                    comment.by(),
                    comment.role(),
                    new Personal(comment.id().toString(), comment.text()),
                    comment.at());
        }
    }
}
