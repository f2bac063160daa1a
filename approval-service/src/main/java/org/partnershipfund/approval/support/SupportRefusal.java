package org.partnershipfund.approval.support;

import java.time.Instant;
import java.time.LocalDate;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Words;

/** Every way help for schools can say no. */
public sealed interface SupportRefusal extends Refusal {

    /** The id names no fund that was heard of. */
    record NoSuchSupportCalendar(FundId fund) implements SupportRefusal {
        @Override
        public String sentence() {
            return "There is no support calendar of fund %s: it is made when allocation-service opens the fund. Check the fund's id, or wait until its opening was heard."
                    .formatted(fund.value());
        }
    }

    /** Days that cannot be. */
    record LastDayBeforeTheFirst(HelpKind kind, LocalDate first, LocalDate last) implements SupportRefusal {
        @Override
        public String sentence() {
            return "The days for %s end on %s and begin on %s. Give a last day on or after the first."
                    .formatted(kind.word(), last, first);
        }
    }

    /** The id names no session. */
    record NoSuchSession(SessionId session) implements SupportRefusal {
        @Override
        public String sentence() {
            return "There is no help session %s. GET /help-sessions lists them.".formatted(session.value());
        }
    }

    /** A session without place and link. */
    record NowhereToMeet() implements SupportRefusal {
        @Override
        public String sentence() {
            return "The session has neither place nor link. Say where schools meet you: in a place, by a link, or both.";
        }
    }

    /** A session that ends when it begins, or before. */
    record SessionEndsBeforeItBegins(Instant startsAt, Instant endsAt) implements SupportRefusal {
        @Override
        public String sentence() {
            return "The session would end at %s and begin at %s. Give an endsAt after startsAt."
                    .formatted(Words.time(endsAt), Words.time(startsAt));
        }
    }

    /** A session that lasts longer than a day's work. */
    record SessionTooLong(Instant startsAt, Instant endsAt, int hours) implements SupportRefusal {
        @Override
        public String sentence() {
            return "The session from %s to %s lasts more than %d hours. Announce one for each day."
                    .formatted(Words.time(startsAt), Words.time(endsAt), hours);
        }
    }

    /** A session that nobody could book. */
    record SessionInThePast(Instant startsAt, Instant now) implements SupportRefusal {
        @Override
        public String sentence() {
            return "The session would begin at %s, and it is %s. Give a startsAt to come."
                    .formatted(Words.time(startsAt), Words.time(now));
        }
    }

    /** A session on a day that is not for it. */
    record SessionOutsideItsDays(HelpKind kind, Instant startsAt, LocalDate first, LocalDate last)
            implements SupportRefusal {
        @Override
        public String sentence() {
            return "Sessions of kind %s are from %s to %s, and this one begins at %s. Give it a time on one of these days, or change the support calendar of the fund first."
                    .formatted(kind.word(), first, last, Words.time(startsAt));
        }
    }

    /** What is under way or over is no longer booked, moved or called off. */
    record SessionBegun(Instant startsAt) implements SupportRefusal {
        @Override
        public String sentence() {
            return "The session began at %s. Bookings, moves and cancellations end then; book another session (GET /help-sessions)."
                    .formatted(Words.time(startsAt));
        }
    }

    /** Who came is known only then. */
    record SessionNotBegun(Instant startsAt) implements SupportRefusal {
        @Override
        public String sentence() {
            return "The session begins at %s. Record who came from then on.".formatted(Words.time(startsAt));
        }
    }

    /** It was called off. */
    record SessionIsCancelled(Instant at, String reason) implements SupportRefusal {
        @Override
        public String sentence() {
            return "The session was cancelled at %s: %s. Choose another one (GET /help-sessions)."
                    .formatted(Words.time(at), reason.strip().replaceAll("\\.+$", ""));
        }
    }

    /** More schools have a place than it would have places. */
    record CapacityBelowBookings(int capacity, int taken) implements SupportRefusal {
        @Override
        public String sentence() {
            return "A capacity of %d is less than the %s with a place. Nobody loses a place: give a capacity of %d or more."
                    .formatted(capacity, Words.count(taken, "school"), taken);
        }
    }

    /** One booking per school and session. */
    record BookedAlready(SchoolCode school, BookingId booking) implements SupportRefusal {
        @Override
        public String sentence() {
            return "School %s is booked into this session already, as booking %s. Others can have the other places; read that booking to see whether it has a place or waits."
                    .formatted(school, booking.value());
        }
    }

    /** The id names no booking that the caller may see. */
    record NoSuchBooking(BookingId booking) implements SupportRefusal {
        @Override
        public String sentence() {
            return "There is no booking %s for you. GET /schools/{schoolCode}/bookings lists those of your school."
                    .formatted(booking.value());
        }
    }

    /** What was given up stays so. */
    record BookingIsGivenUp(BookingId booking) implements SupportRefusal {
        @Override
        public String sentence() {
            return "Booking %s was cancelled before. Book anew if the school wants to come after all."
                    .formatted(booking.value());
        }
    }

    /** Attendance is of those who have a place. */
    record NoPlaceInTheSession(BookingId booking) implements SupportRefusal {
        @Override
        public String sentence() {
            return "Booking %s has no place in this session. GET the bookings of the session and name those that are confirmed."
                    .formatted(booking.value());
        }
    }

    /** A record is of what took place. */
    record HeldInTheFuture(LocalDate heldOn, LocalDate today) implements SupportRefusal {
        @Override
        public String sentence() {
            return "The meeting would be on %s, and today is %s. Record it once it has taken place."
                    .formatted(heldOn, today);
        }
    }

    /** Without the school it is no meeting with it. */
    record NobodyOfTheSchool(SchoolCode school) implements SupportRefusal {
        @Override
        public String sentence() {
            return "Nobody of school %s was there. Name how many school-leader or council-member took part."
                    .formatted(school);
        }
    }

    /** The id names no meeting that the caller may see. */
    record NoSuchMatchingMeeting(MatchingMeetingId meeting) implements SupportRefusal {
        @Override
        public String sentence() {
            return "There is no matching meeting %s for you. GET /schools/{schoolCode}/matching-meetings lists those that you may see."
                    .formatted(meeting.value());
        }
    }

    /** The id names no published edition. */
    record NoSuchGuide(GuideId guide) implements SupportRefusal {
        @Override
        public String sentence() {
            return "There is no edition %s of the guide. GET /guides lists those that are published."
                    .formatted(guide.value());
        }
    }

    /** An edition says something that the last one did not. */
    record GuideUnchanged(GuideId newest, int number) implements SupportRefusal {
        @Override
        public String sentence() {
            return "The guide would say what edition %d (%s) says already. Publish again when a day, an amount or a rule has changed."
                    .formatted(number, newest.value());
        }
    }
}
