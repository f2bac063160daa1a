package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.selection.Attaching;
import org.partnershipfund.approval.selection.Attachment;
import org.partnershipfund.approval.selection.AttachmentId;
import org.partnershipfund.approval.selection.AttachmentRefusal.NoSuchAttachment;
import org.partnershipfund.approval.selection.Fingerprint;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.ReceivedFile;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** A school leader attaches files to what the school asks for, and takes them out; who may read it saves them. */
@ApplicationScoped
public class AttachFile {

    private final Selections selections;
    private final ReadSelections readSelections;
    private final SelectionDesk desk;
    private final Fingerprint fingerprint;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    AttachFile(
            Selections selections,
            ReadSelections readSelections,
            SelectionDesk desk,
            Fingerprint fingerprint,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.selections = selections;
        this.readSelections = readSelections;
        this.desk = desk;
        this.fingerprint = fingerprint;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Says no before the bytes of a file are taken in: nobody fills the folder for a selection that is not theirs.
     *
     * @throws RefusedException if it is not of a school that the caller leads
     */
    @Transactional
    public void mayAttach(SelectionId id, Person by) {
        desk.mustHold(id, by, SchoolRole.SCHOOL_LEADER);
    }

    /**
     * Makes a new version that has the file.
     *
     * @param seen the selection's version that the caller decided upon
     * @param shelve keeps its bytes; called once no rule says no
     * @throws RefusedException if it is not the caller's, cannot be changed, its fund is closed, or a rule of
     *     {@link Attaching#attach} says no
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> attach(
            SelectionId id, long seen, Person by, ReceivedFile file, Attaching.Limits limits, Runnable shelve) {
        var read = held(id, seen, by);
        Decision<Selection> decision = Attaching.attach(read.value(), file, limits, change(by));
        var _ = decision.orRefuse();
        shelve.run();
        return desk.store("SelectionFileAttached", read, decision);
    }

    /**
     * Makes a new version that has the file no more.
     *
     * @param seen the selection's version that the caller decided upon
     * @throws RefusedException if it is not the caller's, cannot be changed, its fund is closed, or has no such file
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> remove(SelectionId id, long seen, Person by, AttachmentId attachment) {
        var read = held(id, seen, by);
        return desk.store("SelectionFileRemoved", read, Attaching.remove(read.value(), attachment, change(by)));
    }

    /**
     * The files of the newest version, in the order in which they were attached.
     *
     * @throws RefusedException if there is no such selection, or only for others
     */
    public List<Attachment> of(SelectionId id, Reach reach) {
        return readSelections.one(id, reach).value().dossier().content().attachments();
    }

    /**
     * One file, to be read now: the audit trail says so.
     *
     * @throws RefusedException if there is no such selection, or only for others, or neither its newest version nor one that
     *     was submitted has the file
     */
    @Transactional
    public Attachment read(SelectionId id, AttachmentId attachment, Reach reach) {
        Selection selection = readSelections.one(id, reach).value();
        Attachment found = Attaching.onFile(
                        selection.dossier().content(), selections.contents(id), selections.submittedVersions(id))
                .stream()
                .filter(one -> one.id().equals(attachment))
                .findFirst()
                .orElseThrow(() -> new RefusedException(new NoSuchAttachment(id, attachment)));
        audit.record(new AuditTrail.Change("SelectionFileRead", id.value().toString(), null, found.id()));
        return found;
    }

    private Versioned<Selection> held(SelectionId id, long seen, Person by) {
        var read = desk.hold(id, by, SchoolRole.SCHOOL_LEADER).expecting(id.value(), seen);
        desk.mustBeOpen(read.value().dossier().fund());
        return read;
    }

    private Attaching.Change change(Person by) {
        return new Attaching.Change(by, clock.instant(), ids, fingerprint);
    }
}
