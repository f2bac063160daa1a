package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.partnershipfund.approval.council.Associate;
import org.partnershipfund.approval.council.AssociateId;
import org.partnershipfund.approval.council.Associates;
import org.partnershipfund.approval.council.ConductRefusal.AssociateNotServing;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.CouncilRefusal.MotionsOpen;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchCouncil;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchMeeting;
import org.partnershipfund.approval.council.CouncilRefusal.NotForTheCouncil;
import org.partnershipfund.approval.council.CouncilRefusal.NotTheChair;
import org.partnershipfund.approval.council.Councils;
import org.partnershipfund.approval.council.Meeting;
import org.partnershipfund.approval.council.Meeting.Item;
import org.partnershipfund.approval.council.Meeting.Notice;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Meetings;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motions;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.policy.ApprovalPolicies;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchSelection;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** Who chairs a council posts its meetings and records who is present. */
@ApplicationScoped
public class HoldMeeting {

    private final Councils councils;
    private final Meetings meetings;
    private final Associates associates;
    private final Motions motions;
    private final Selections selections;
    private final ApprovalPolicies policies;
    private final TellPeople people;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    HoldMeeting(
            Councils councils,
            Meetings meetings,
            Associates associates,
            Motions motions,
            Selections selections,
            ApprovalPolicies policies,
            TellPeople people,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.councils = councils;
        this.meetings = meetings;
        this.associates = associates;
        this.motions = motions;
        this.selections = selections;
        this.policies = policies;
        this.people = people;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A meeting as it is asked for. */
    public record Asked(Instant startsAt, String place, List<String> agenda, List<SelectionId> selections) {
        public Asked {
            agenda = List.copyOf(agenda);
            selections = List.copyOf(selections);
        }
    }

    /**
     * Posts a meeting with its agenda, now.
     *
     * @throws RefusedException if the caller does not chair the council, a selection is none of the school or does not
     *     wait for it, or the notice would be too short
     */
    @Transactional
    public Versioned<Meeting> post(SchoolCode school, Person by, Reach reach, Asked asked) {
        Instant now = clock.instant();
        Council council = chaired(school, by, reach);
        List<Item> items = new ArrayList<>();
        int hours = asked.selections().isEmpty() ? ApprovalPolicy.USUAL_NOTICE_HOURS : 0;
        for (SelectionId id : asked.selections()) {
            Selection selection = waiting(id, school);
            Content content = selection.dossier().content();
            items.add(new Item(id.value(), content.version(), content.digest()));
            int notice = policies.find(selection.dossier().fund())
                    .map(policy -> policy.value().agendaNoticeHours())
                    .orElse(ApprovalPolicy.USUAL_NOTICE_HOURS);
            hours = Math.max(hours, notice);
        }
        var notice = new Notice(
                new MeetingId(ids.next()), school, asked.startsAt(), asked.place(), asked.agenda(), items, by, now);
        Meeting meeting = Meeting.post(notice, hours).orRefuse().state();
        long version = meetings.store(meeting, 0);
        audit.record(new AuditTrail.Change("MeetingPosted", notice.id().value().toString(), null, meeting));
        people.ofMeeting(meeting, council);
        return new Versioned<>(meeting, version);
    }

    /**
     * Records who is present.
     *
     * @param guests associates who attend without a vote
     * @param seen the meeting's version that the caller decided upon
     * @throws RefusedException if the caller does not chair the council, the meeting has not begun, a motion is open,
     *     or the seats do not fit
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Meeting> attend(
            MeetingId id, long seen, Person by, Reach reach, Set<SeatId> present, Set<AssociateId> guests) {
        var read = meetings.hold(id)
                .filter(found -> reach.covers(found.value().notice().school()))
                .orElseThrow(() -> new RefusedException(new NoSuchMeeting(id)))
                .expecting(id.value(), seen);
        Council council = chaired(read.value().notice().school(), by, reach);
        for (Versioned<Motion> motion : motions.of(id)) {
            if (motion.value() instanceof Motion.Open open) {
                throw new RefusedException(new MotionsOpen(open.question().id()));
            }
        }
        Meeting meeting = Meeting.convene(read.value(), present, guests, by, clock.instant())
                .orRefuse()
                .state();
        List<Seat> _ = council.present(present, day(meeting)).orRefuse().state();
        mustServe(guests, meeting);
        long version = meetings.store(meeting, read.version());
        audit.record(new AuditTrail.Change("AttendanceRecorded", id.value().toString(), read.value(), meeting));
        return new Versioned<>(meeting, version);
    }

    /**
     * One meeting.
     *
     * @throws RefusedException if there is none, or only for others
     */
    public Versioned<Meeting> read(MeetingId id, Reach reach) {
        return meetings.find(id)
                .filter(found -> reach.covers(found.value().notice().school()))
                .orElseThrow(() -> new RefusedException(new NoSuchMeeting(id)));
    }

    private void mustServe(Set<AssociateId> guests, Meeting meeting) {
        LocalDate day = day(meeting);
        List<Associate> known = associates.of(meeting.notice().school());
        for (AssociateId guest : guests) {
            if (known.stream().noneMatch(one -> one.id().equals(guest) && one.servesOn(day))) {
                throw new RefusedException(new AssociateNotServing(guest, day));
            }
        }
    }

    private Council chaired(SchoolCode school, Person by, Reach reach) {
        Council council = councils.find(school)
                .filter(found -> reach.covers(school))
                .orElseThrow(() -> new RefusedException(new NoSuchCouncil(school)))
                .value();
        if (!council.isChairedBy(by, LocalDate.now(clock))) {
            throw new RefusedException(new NotTheChair(school));
        }
        return council;
    }

    private Selection waiting(SelectionId id, SchoolCode school) {
        Selection selection = selections
                .find(id)
                .map(Versioned::value)
                .filter(found -> found.dossier().school().equals(school))
                .orElseThrow(() -> new RefusedException(new NoSuchSelection(id)));
        if (selection instanceof Lapsed lapsed) {
            throw new RefusedException(lapsed.refusal());
        }
        boolean waits =
                selection instanceof Submitted submitted && submitted.waitsFor().contains(Step.COUNCIL);
        if (!waits) {
            throw new RefusedException(new NotForTheCouncil(id.value(), selection.word()));
        }
        return selection;
    }

    private LocalDate day(Meeting meeting) {
        return LocalDate.ofInstant(meeting.notice().startsAt(), clock.getZone());
    }
}
