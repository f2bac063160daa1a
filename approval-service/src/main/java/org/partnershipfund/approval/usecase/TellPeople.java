package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Meeting;
import org.partnershipfund.approval.council.Meeting.Notice;
import org.partnershipfund.approval.mail.Mail;
import org.partnershipfund.approval.mail.MailId;
import org.partnershipfund.approval.mail.MailKind;
import org.partnershipfund.approval.mail.MailOutbox;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.approval.selection.CancelledPurchase;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Draft;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.Selection.Withdrawn;
import org.partnershipfund.approval.support.Booking;
import org.partnershipfund.approval.support.CalendarEntry;
import org.partnershipfund.approval.support.CalendarFiles;
import org.partnershipfund.approval.support.HelpSession;
import org.partnershipfund.approval.support.HelpSession.Cancelled;
import org.partnershipfund.approval.support.HelpSession.Planned;
import org.partnershipfund.approval.support.News;
import org.partnershipfund.approval.support.Slot;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Words;

/** Puts down what people are told of, in the transaction of what happened; who sends it is another matter. */
@ApplicationScoped
class TellPeople {

    /** How long a council's meeting stands in a calendar; its notice names no end. */
    private static final Duration MEETING = Duration.ofHours(1);

    private final MailOutbox outbox;
    private final SchoolRoles roles;
    private final CalendarFiles files;
    private final Ids ids;
    private final Clock clock;

    TellPeople(MailOutbox outbox, SchoolRoles roles, CalendarFiles files, Ids ids, Clock clock) {
        this.outbox = outbox;
        this.roles = roles;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /** A message without its receiver. */
    record Message(
            MailKind kind,
            String thing,
            String edition,
            String subject,
            List<String> paragraphs,
            Optional<String> path,
            Optional<String> calendar) {}

    /** Puts the message down for each of them. */
    void tell(Set<Person> people, Message words) {
        Instant now = clock.instant();
        for (Person person : people) {
            outbox.put(new Mail(
                    new MailId(ids.next()),
                    person,
                    words.kind(),
                    words.thing(),
                    words.edition(),
                    words.subject(),
                    words.paragraphs(),
                    words.path(),
                    words.calendar(),
                    now));
        }
    }

    /** Who leads the school today. */
    Set<Person> leaders(SchoolCode school) {
        return new LinkedHashSet<>(roles.holders(SchoolRole.SCHOOL_LEADER, school, LocalDate.now(clock)));
    }

    /** Tells who booked, and who leads their schools, what became of their bookings. */
    void ofSession(Optional<HelpSession> before, HelpSession after) {
        for (News news : News.of(before, after)) {
            Booking booking = news.booking();
            Set<Person> people = leaders(booking.school());
            people.add(booking.by());
            tell(people, words(after, booking, news.what()));
        }
    }

    /** Tells who leads the school that its selection came back, is approved, or has its money set aside. */
    void ofSelection(Selection before, Selection after) {
        if (before.word().equals(after.word())) {
            return;
        }
        Optional<MailKind> kind = switch (after) {
            case Returned _ -> Optional.of(MailKind.SELECTION_RETURNED);
            case Approved _ -> Optional.of(MailKind.SELECTION_APPROVED);
            case Reserved _ -> Optional.of(MailKind.SELECTION_RESERVED);
            case Draft _, Submitted _, Withdrawn _, Lapsed _ -> Optional.empty();
        };
        kind.ifPresent(what -> tell(leaders(after.dossier().school()), words(after.dossier(), what)));
    }

    /** Tells who leads the school that central office gave up a purchase, and why. */
    void ofCancelledPurchase(Selection selection, CancelledPurchase purchase) {
        Dossier dossier = selection.dossier();
        String id = dossier.id().value().toString();
        tell(
                leaders(dossier.school()),
                new Message(
                        MailKind.PURCHASE_CANCELLED,
                        id,
                        purchase.process().toString(),
                        "A purchase for your selection was cancelled",
                        List.of(
                                "Central office cancelled the purchase of %s (%s) for school %s. Its reason: %s"
                                        .formatted(
                                                purchase.programName(),
                                                purchase.partnerName(),
                                                dossier.school(),
                                                purchase.reason()),
                                "What is reserved stays reserved and waits for a new purchase. If a competition had given you another partner, that outcome is void: you may submit your own choice again."),
                        Optional.of("/selections/" + id),
                        Optional.empty()));
    }

    private static Message words(Dossier dossier, MailKind kind) {
        String id = dossier.id().value().toString();
        int version = dossier.content().version();
        boolean returned = kind == MailKind.SELECTION_RETURNED;
        String happened = returned
                ? "came back to the school: read the reasons, change it and submit it again"
                : kind == MailKind.SELECTION_APPROVED
                        ? "is approved; the ledger is asked for its money now"
                        : "is approved and its money is set aside; central office buys from here on";
        return new Message(
                kind,
                id,
                Integer.toString(version),
                "Your selection "
                        + (returned
                                ? "came back"
                                : kind == MailKind.SELECTION_APPROVED ? "is approved" : "has its money"),
                List.of("The selection of school %s, version %d, %s.".formatted(dossier.school(), version, happened)),
                Optional.of("/selections/" + id),
                Optional.empty());
    }

    /** Tells everybody who sits on the council that day of a meeting that was posted, with its agenda. */
    void ofMeeting(Meeting meeting, Council council) {
        Notice notice = meeting.notice();
        LocalDate day = LocalDate.ofInstant(notice.startsAt(), Words.DISTRICT);
        Set<Person> people = new LinkedHashSet<>();
        council.seats().stream().filter(seat -> seat.sitsOn(day)).forEach(seat -> people.add(seat.member()));
        String id = notice.id().value().toString();
        String when = Words.time(notice.startsAt());
        String title = "Partnership Fund: School Site Council of school " + notice.school();
        var entry = new CalendarEntry(
                id + "@partnership-fund",
                0,
                notice.postedAt(),
                notice.startsAt(),
                notice.startsAt().plus(MEETING),
                CalendarEntry.State.CONFIRMED,
                title,
                notice.place(),
                String.join("; ", notice.agenda()));
        tell(
                people,
                new Message(
                        MailKind.MEETING_POSTED,
                        id,
                        "1",
                        "Council meeting, " + when,
                        List.of(
                                "The School Site Council of school %s meets at %s. Where: %s."
                                        .formatted(notice.school(), when, notice.place()),
                                "Agenda: %s.".formatted(String.join("; ", notice.agenda()))),
                        Optional.of("/meetings/" + id),
                        Optional.of(files.write("Partnership Fund", List.of(entry)))));
    }

    private Message words(HelpSession session, Booking booking, News.What what) {
        Slot slot = session.slot();
        String title = session.announced().kind().title();
        String when = Words.time(slot.startsAt());
        String where = slot.place()
                .map(place -> slot.link().map(link -> place + ", or " + link).orElse(place))
                .or(slot::link)
                .orElse("");
        String happened = switch (what) {
            case CONFIRMED -> "School %s has a place in %s at %s.".formatted(booking.school(), title, when);
            case WAITING ->
                "All places in %s at %s are taken. School %s is on the waiting list, and we write as soon as it has a place."
                        .formatted(title, when, booking.school());
            case MOVED_UP ->
                "A place became free: school %s now has one in %s at %s.".formatted(booking.school(), title, when);
            case GIVEN_UP ->
                "The booking of school %s for %s at %s is cancelled.".formatted(booking.school(), title, when);
            case MOVED -> "%s that school %s booked is now at %s.".formatted(title, booking.school(), when);
            case CALLED_OFF ->
                "%s that school %s booked for %s is cancelled: %s"
                        .formatted(title, booking.school(), when, reason(session));
        };
        List<String> paragraphs = what == News.What.GIVEN_UP || what == News.What.CALLED_OFF
                ? List.of(happened)
                : List.of(happened, "Where: %s. With %s.".formatted(where, slot.host()));
        return new Message(
                kind(what),
                booking.id().value().toString(),
                "%d.%d".formatted(session.sequence(), booking.revision()),
                "%s, %s: %s".formatted(title, when, summary(what)),
                paragraphs,
                Optional.of("/schools/%s/bookings/%s"
                        .formatted(booking.school(), booking.id().value())),
                Optional.of(files.write("Partnership Fund", List.of(ReadHelpSessions.entry(session, booking)))));
    }

    private static String reason(HelpSession session) {
        return switch (session) {
            case Planned _ -> "";
            case Cancelled gone -> gone.reason();
        };
    }

    private static MailKind kind(News.What what) {
        return switch (what) {
            case CONFIRMED -> MailKind.BOOKING_CONFIRMED;
            case WAITING -> MailKind.BOOKING_WAITING;
            case MOVED_UP -> MailKind.BOOKING_MOVED_UP;
            case GIVEN_UP -> MailKind.BOOKING_CANCELLED;
            case MOVED -> MailKind.SESSION_MOVED;
            case CALLED_OFF -> MailKind.SESSION_CANCELLED;
        };
    }

    private static String summary(News.What what) {
        return switch (what) {
            case CONFIRMED -> "you have a place";
            case WAITING -> "you are on the waiting list";
            case MOVED_UP -> "you have a place now";
            case GIVEN_UP -> "your booking is cancelled";
            case MOVED -> "another time or place";
            case CALLED_OFF -> "cancelled";
        };
    }
}
