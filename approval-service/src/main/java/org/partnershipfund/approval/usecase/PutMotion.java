package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.CouncilRefusal.AgendaOutdated;
import org.partnershipfund.approval.council.CouncilRefusal.MovedBefore;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchMotion;
import org.partnershipfund.approval.council.CouncilRefusal.NotConvened;
import org.partnershipfund.approval.council.CouncilRefusal.NotForTheCouncil;
import org.partnershipfund.approval.council.CouncilRefusal.NotOnTheAgenda;
import org.partnershipfund.approval.council.Meeting;
import org.partnershipfund.approval.council.Meeting.Item;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.council.Motion.Question;
import org.partnershipfund.approval.council.MotionId;
import org.partnershipfund.approval.council.Motions;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** Who chairs puts a selection of the agenda to the council. */
@ApplicationScoped
public class PutMotion {

    private final MotionDesk desk;
    private final Motions motions;
    private final SelectionDesk selections;
    private final Ids ids;
    private final Clock clock;

    PutMotion(MotionDesk desk, Motions motions, SelectionDesk selections, Ids ids, Clock clock) {
        this.desk = desk;
        this.motions = motions;
        this.selections = selections;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a motion about the selection in exactly the content that the agenda announced.
     *
     * @throws RefusedException if the caller does not chair, nobody is recorded as present, the meeting was on another day,
     *     the selection is not on the agenda or no longer what it was, its fund is closed, or it was moved at this meeting before
     */
    @Transactional
    public Versioned<Motion> open(MeetingId id, SelectionId selection, Person by, Reach reach) {
        Meeting meeting = desk.meeting(id, reach);
        SchoolCode school = meeting.notice().school();
        desk.mustChair(school, by);
        switch (meeting) {
            case Meeting.Posted _ -> throw new RefusedException(new NotConvened(id));
            case Meeting.Convened _ -> desk.mustSit(meeting);
        }
        Item item = meeting.notice()
                .item(selection.value())
                .orElseThrow(() -> new RefusedException(new NotOnTheAgenda(selection.value(), id)));
        for (Versioned<Motion> earlier : motions.of(id)) {
            if (earlier.value().question().item().selection().equals(selection.value())) {
                throw new RefusedException(
                        new MovedBefore(earlier.value().question().id()));
            }
        }
        mustStillBe(item, selections.hold(selection).value());
        Motion motion = Motion.open(
                new Question(new MotionId(ids.next()), id, school, item, by, clock.instant()), ties(item, meeting));
        return desk.store("MotionOpened", new Versioned<>(motion, 0), motion);
    }

    /**
     * The ties that were declared about this selection. One that was declared on a version that paid an organisation
     * which this one does not pay may have been to that one: the member is asked anew.
     */
    private List<Ballot> ties(Item item, Meeting meeting) {
        Map<Integer, Set<UUID>> paid = selections.paidBy(new SelectionId(item.selection()));
        List<Motion> earlier = motions.about(item.selection()).stream()
                .map(Versioned::value)
                .filter(motion -> partners(paid, item)
                        .containsAll(partners(paid, motion.question().item())))
                .toList();
        Council council = desk.council(meeting.notice().school());
        return council.ties(
                earlier,
                council.present(meeting.present(), desk.day(meeting)).orRefuse().state());
    }

    private static Set<UUID> partners(Map<Integer, Set<UUID>> paid, Item item) {
        return paid.getOrDefault(item.version(), Set.of());
    }

    /**
     * One motion.
     *
     * @throws RefusedException if there is none, or only for others
     */
    public Versioned<Motion> read(MotionId id, Reach reach) {
        return motions.find(id)
                .filter(found -> reach.covers(found.value().question().school()))
                .orElseThrow(() -> new RefusedException(new NoSuchMotion(id)));
    }

    private static void mustStillBe(Item announced, Selection selection) {
        if (selection instanceof Lapsed lapsed) {
            throw new RefusedException(lapsed.refusal());
        }
        if (!(selection instanceof Submitted submitted) || !submitted.waitsFor().contains(Step.COUNCIL)) {
            throw new RefusedException(new NotForTheCouncil(announced.selection(), selection.word()));
        }
        if (!selection.dossier().content().digest().equals(announced.digest())) {
            throw new RefusedException(new AgendaOutdated(
                    announced.selection(),
                    announced.version(),
                    selection.dossier().content().version()));
        }
    }
}
