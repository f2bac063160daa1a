package org.partnershipfund.approval.council;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.approval.council.CouncilRefusal.MeetingOver;
import org.partnershipfund.approval.council.CouncilRefusal.NotBegunYet;
import org.partnershipfund.approval.council.CouncilRefusal.NoticeTooShort;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.SchoolCode;

/** A meeting is posted, and later convened: then it is on record who is present. */
public sealed interface Meeting {

    /** What was posted; the same in every state. */
    Notice notice();

    /** Who is recorded as present; nobody before the meeting is convened. */
    Set<SeatId> present();

    /** Which associates are recorded as present, without a vote. */
    Set<AssociateId> associates();

    /**
     * The public notice of a meeting.
     *
     * @param agenda in words
     * @param items the selections on it, each as it was when posted
     */
    record Notice(
            MeetingId id,
            SchoolCode school,
            Instant startsAt,
            String place,
            List<String> agenda,
            List<Item> items,
            Person postedBy,
            Instant postedAt) {
        public Notice {
            agenda = List.copyOf(agenda);
            items = List.copyOf(items);
        }

        /** What of a selection the council may decide on at this meeting. */
        public Optional<Item> item(UUID selection) {
            return items.stream()
                    .filter(item -> item.selection().equals(selection))
                    .findFirst();
        }
    }

    /** A selection on the agenda: exactly this content. */
    record Item(UUID selection, int version, String digest) {}

    /** Announced; nobody is on record as present. */
    record Posted(Notice notice) implements Meeting {
        @Override
        public Set<SeatId> present() {
            return Set.of();
        }

        @Override
        public Set<AssociateId> associates() {
            return Set.of();
        }
    }

    /** One of the two who chair has recorded who is present. */
    record Convened(
            Notice notice, Set<SeatId> present, Set<AssociateId> associates, Person recordedBy, Instant recordedAt)
            implements Meeting {
        public Convened {
            present = Set.copyOf(present);
            associates = Set.copyOf(associates);
        }
    }

    /**
     * Posts a meeting.
     *
     * @param hours how long before its beginning the agenda must be posted, as they pass on the clock
     */
    static Decision<Meeting> post(Notice notice, int hours) {
        Instant earliest = notice.postedAt().plus(Duration.ofHours(hours));
        return notice.startsAt().isBefore(earliest)
                ? Decision.refuse(new NoticeTooShort(notice.startsAt(), hours, earliest))
                : Decision.accept(new Posted(notice));
    }

    /**
     * The meeting, on its own day: votes are opened, taken and counted on no other.
     *
     * <p>Source: docs/policy/school-site-council.md §2.7.
     *
     * @param day of the meeting, in the district
     */
    static Decision<Meeting> sits(Meeting meeting, LocalDate day, LocalDate today) {
        return day.equals(today)
                ? Decision.accept(meeting)
                : Decision.refuse(new MeetingOver(meeting.notice().id(), day, today));
    }

    /** Records who is present, from the beginning on; again whenever somebody comes or goes. */
    static Decision<Meeting> convene(
            Meeting meeting, Set<SeatId> present, Set<AssociateId> associates, Person by, Instant at) {
        return at.isBefore(meeting.notice().startsAt())
                ? Decision.refuse(new NotBegunYet(meeting.notice().startsAt()))
                : Decision.accept(new Convened(meeting.notice(), present, associates, by, at));
    }
}
