package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motions;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.fund.SchoolAllocations;
import org.partnershipfund.approval.history.Chronicle;
import org.partnershipfund.approval.history.PublicRecord;
import org.partnershipfund.approval.history.Traces;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.selection.Comments;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Versioned;

/** Tells what happened to a selection, and keeps who looked at it. */
@ApplicationScoped
public class TellHistory {

    private static final String HISTORY_READ = "SelectionHistoryRead";

    /** How long pages are taken for those of one reading; docs/policy/approval.md §17.3. */
    private static final Duration ONE_READING = Duration.ofHours(1);

    private final ReadSelections readSelections;
    private final Selections selections;
    private final Motions motions;
    private final Traces traces;
    private final Comments comments;
    private final ConductDesk councils;
    private final SchoolAllocations allocations;
    private final RememberedFunds funds;
    private final AuditTrail audit;
    private final Clock clock;

    TellHistory(
            ReadSelections readSelections,
            Selections selections,
            Motions motions,
            Traces traces,
            Comments comments,
            ConductDesk councils,
            SchoolAllocations allocations,
            RememberedFunds funds,
            AuditTrail audit,
            Clock clock) {
        this.readSelections = readSelections;
        this.selections = selections;
        this.motions = motions;
        this.traces = traces;
        this.comments = comments;
        this.councils = councils;
        this.allocations = allocations;
        this.funds = funds;
        this.audit = audit;
        this.clock = clock;
    }

    /** What happened, and the council whose members voted. */
    public record Told(Chronicle chronicle, Council council) {}

    /**
     * One selection; that the person saw its newest version is kept, once.
     *
     * @throws org.partnershipfund.kernel.RefusedException if there is none, or only for others
     */
    public Versioned<Selection> look(SelectionId id, Person by, Reach reach) {
        var found = readSelections.one(id, reach);
        traces.saw(id, found.value().dossier().content().version(), by, clock.instant());
        return found;
    }

    /**
     * Everything that happened to the selection; that it was read is kept, because it has names: once for all pages of one
     * reading. Who asks for a later page without having read the first of late is kept too.
     *
     * @param isFirstPage whether the reading begins
     * @throws org.partnershipfund.kernel.RefusedException if there is no such selection, or only for others
     */
    @Transactional
    public Told tell(SelectionId id, Person by, Reach reach, boolean isFirstPage) {
        Told told = told(id, reach);
        if (isFirstPage || !traces.has(id, HISTORY_READ, by, clock.instant().minus(ONE_READING))) {
            audit.record(new AuditTrail.Change(HISTORY_READ, id.value().toString(), null, null));
        }
        return told;
    }

    /**
     * The file of the selection as it is handed out; that it was printed is kept.
     *
     * @throws org.partnershipfund.kernel.RefusedException if there is no such selection, or only for others
     */
    @Transactional
    public PublicRecord record(SelectionId id, Reach reach) {
        Told told = told(id, reach);
        var dossier = told.chronicle().selection().dossier();
        audit.record(new AuditTrail.Change("SelectionRecordRead", id.value().toString(), null, null));
        return PublicRecord.of(new PublicRecord.Of(
                told.chronicle(),
                selections.submittedVersions(id),
                allocations.find(dossier.fund(), dossier.school()),
                funds.find(dossier.fund()),
                told.council()));
    }

    private Told told(SelectionId id, Reach reach) {
        Selection selection = readSelections.one(id, reach).value();
        List<Motion> about =
                motions.about(id.value()).stream().map(Versioned::value).toList();
        Set<String> subjects = new HashSet<>(Set.of(id.value().toString()));
        about.forEach(motion -> subjects.add(motion.question().id().value().toString()));
        return new Told(
                new Chronicle(
                        selection,
                        selections.contents(id),
                        about,
                        traces.about(subjects),
                        comments.on(id, Optional.empty(), Integer.MAX_VALUE),
                        traces.sights(id)),
                councils.council(selection.dossier().school(), reach));
    }
}
