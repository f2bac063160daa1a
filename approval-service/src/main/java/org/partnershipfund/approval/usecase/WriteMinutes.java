package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.council.Associate;
import org.partnershipfund.approval.council.Associates;
import org.partnershipfund.approval.council.ConductRefusal.NoSuchMinutes;
import org.partnershipfund.approval.council.CouncilRefusal.MotionsOpen;
import org.partnershipfund.approval.council.Meeting;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Minutes;
import org.partnershipfund.approval.council.MinutesBook;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motions;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Principal or co-chair writes the minutes of a meeting; they are the school's people's from then on. */
@ApplicationScoped
public class WriteMinutes {

    private final MotionDesk desk;
    private final Motions motions;
    private final MinutesBook book;
    private final Associates associates;
    private final AuditTrail audit;
    private final Clock clock;

    WriteMinutes(
            MotionDesk desk, Motions motions, MinutesBook book, Associates associates, AuditTrail audit, Clock clock) {
        this.desk = desk;
        this.motions = motions;
        this.book = book;
        this.associates = associates;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A version of a meeting's minutes, with who was there.
     *
     * @param seats of voting members who were present
     * @param guests associates who were present
     * @param versions all of them, oldest first
     */
    public record Read(
            Minutes minutes, Meeting meeting, List<Seat> seats, List<Associate> guests, List<Minutes> versions) {
        public Read {
            seats = List.copyOf(seats);
            guests = List.copyOf(guests);
            versions = List.copyOf(versions);
        }
    }

    /**
     * Writes the first minutes, which publishes them to the school's people.
     *
     * @throws RefusedException if the caller does not chair, nobody is on record as present, a motion is open, or there
     *     are minutes already
     */
    @Transactional
    public Read first(MeetingId id, String text, Person by, Reach reach) {
        Meeting meeting = chaired(id, by, reach);
        List<Minutes> before = book.of(id);
        return add(
                meeting,
                before,
                Minutes.first(meeting, newest(before), text, by, clock.instant())
                        .orRefuse()
                        .state());
    }

    /**
     * Corrects the minutes: a new version, beside which the earlier ones stay.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if the caller does not chair, a motion is open, or there are no minutes yet
     * @throws org.partnershipfund.kernel.StaleStateException if there is a later version
     */
    @Transactional
    public Read correct(MeetingId id, long seen, String text, String why, Person by, Reach reach) {
        Meeting meeting = chaired(id, by, reach);
        List<Minutes> before = book.of(id);
        Minutes last = newest(before).orElseThrow(() -> new RefusedException(new NoSuchMinutes(id)));
        Minutes read = new Versioned<>(last, last.version())
                .expecting(id.value(), seen)
                .value();
        return add(meeting, before, read.corrected(meeting, text, why, by, clock.instant()));
    }

    /**
     * A version of the minutes; that it was read is kept on record, because it has names.
     *
     * @param version empty for the newest
     * @throws RefusedException if there is none, or only for others
     */
    @Transactional
    public Read read(MeetingId id, Optional<Integer> version, Reach reach) {
        Meeting meeting = desk.look(id, reach);
        List<Minutes> all = book.of(id);
        Minutes minutes = version.map(asked ->
                        all.stream().filter(one -> one.version() == asked).findFirst())
                .orElseGet(() -> newest(all))
                .orElseThrow(() -> new RefusedException(new NoSuchMinutes(id)));
        audit.record(new AuditTrail.Change("MinutesRead", id.value().toString(), null, minutes.version()));
        return read(meeting, minutes, all);
    }

    private Meeting chaired(MeetingId id, Person by, Reach reach) {
        Meeting meeting = desk.meeting(id, reach);
        desk.mustChair(meeting.notice().school(), by);
        for (Versioned<Motion> motion : motions.of(id)) {
            switch (motion.value()) {
                case Motion.Open open ->
                    throw new RefusedException(new MotionsOpen(open.question().id()));
                case Motion.Closed _ -> {}
            }
        }
        return meeting;
    }

    private Read add(Meeting meeting, List<Minutes> before, Minutes next) {
        book.add(next);
        audit.record(new AuditTrail.Change(
                "MinutesWritten",
                next.meeting().value().toString(),
                newest(before).map(Audited::of).orElse(null),
                Audited.of(next)));
        return read(meeting, next, List.of(next));
    }

    private Read read(Meeting meeting, Minutes minutes, List<Minutes> versions) {
        var school = meeting.notice().school();
        return new Read(
                minutes,
                meeting,
                desk.council(school).seats().stream()
                        .filter(seat -> minutes.present().contains(seat.id()))
                        .toList(),
                associates.of(school).stream()
                        .filter(one -> minutes.associates().contains(one.id()))
                        .toList(),
                versions);
    }

    /** Minutes as the audit trail may keep them: text and reason name people, so only as digests; the book has the words. */
    record Audited(
            MeetingId meeting,
            int version,
            Personal text,
            List<String> present,
            List<String> associates,
            Optional<Personal> correction) {

        Audited {
            present = List.copyOf(present);
            associates = List.copyOf(associates);
        }

        static Audited of(Minutes minutes) {
            String meeting = minutes.meeting().value().toString();
            return new Audited(
                    minutes.meeting(),
                    minutes.version(),
                    new Personal(meeting, minutes.text()),
                    minutes.present().stream()
                            .map(seat -> seat.value().toString())
                            .sorted()
                            .toList(),
                    minutes.associates().stream()
                            .map(associate -> associate.value().toString())
                            .sorted()
                            .toList(),
                    minutes.correction().map(why -> new Personal(meeting, why)));
        }
    }

    private static Optional<Minutes> newest(List<Minutes> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
