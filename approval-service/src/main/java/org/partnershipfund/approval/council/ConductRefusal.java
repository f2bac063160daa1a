package org.partnershipfund.approval.council;

import java.time.LocalDate;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/** Every way in which associates, minutes, acknowledgements and school years of a council can be refused. */
public sealed interface ConductRefusal extends Refusal {

    /** The id names no associate of this council. */
    record NoSuchAssociate(AssociateId associate, SchoolCode school) implements ConductRefusal {
        @Override
        public String sentence() {
            return "The council of school %s has no associate %s. GET /councils/%s/associates lists those it has."
                    .formatted(school, associate.value(), school);
        }
    }

    /** Nobody has a vote and has none. */
    record AssociateHasASeat(String subject) implements ConductRefusal {
        @Override
        public String sentence() {
            return "Person %s would be associate and voting member of this council on the same day. End the one before the other begins."
                    .formatted(subject);
        }
    }

    /** Who ends before beginning never served. */
    record AssociateEndsBeforeItBegins(LocalDate from, LocalDate until) implements ConductRefusal {
        @Override
        public String sentence() {
            return "The associate has from %s and until %s. Give a last day that is not before the first."
                    .formatted(from, until);
        }
    }

    /** Only who serves attends as associate. */
    record AssociateNotServing(AssociateId associate, LocalDate on) implements ConductRefusal {
        @Override
        public String sentence() {
            return "Associate %s is none of this council on %s. Name them with POST /councils/{schoolCode}/associates first, or leave them out."
                    .formatted(associate.value(), on);
        }
    }

    /** The meeting has no minutes, or not that version. */
    record NoSuchMinutes(MeetingId meeting) implements ConductRefusal {
        @Override
        public String sentence() {
            return "There are no such minutes of meeting %s. Principal or co-chair writes them with POST /meetings/%s/minutes."
                    .formatted(meeting.value(), meeting.value());
        }
    }

    /** Minutes are written once, and then corrected. */
    record MinutesExist(MeetingId meeting, int version) implements ConductRefusal {
        @Override
        public String sentence() {
            return "Meeting %s has minutes, version %d. Correct them with PUT /meetings/%s/minutes, the ETag of what you read, and a reason."
                    .formatted(meeting.value(), version, meeting.value());
        }
    }

    /** Only members acknowledge. */
    record NoSeatOfYours(SchoolCode school) implements ConductRefusal {
        @Override
        public String sentence() {
            return "You hold no seat on the council of school %s today, so you owe it no acknowledgement."
                    .formatted(school);
        }
    }

    /** The fund's policy asks for it first. */
    record AcknowledgementOwed(SeatId seat, SchoolCode school, FiscalYear year) implements ConductRefusal {
        @Override
        public String sentence() {
            return "Seat %s owes the acknowledgement of the conflict-of-interest law for %s, without which the fund's policy counts neither yes nor no. The member sends PUT /council-conduct/%s/acknowledgements/mine, abstains, or is recused."
                    .formatted(seat.value(), year, school);
        }
    }

    /** Parents are nobody's employees at this school. */
    record ParentOnStaff(String subject) implements ConductRefusal {
        @Override
        public String sentence() {
            return "Person %s is asked for in a parent seat and worksAtTheSchool is true. A parent member is not staff of the school; seat another parent, or the person as a teacher if elected by the staff."
                    .formatted(subject);
        }
    }

    /** A school year has its days, and what has not been cannot be reported. */
    record CouncilDateOutsideYear(String field, LocalDate value, LocalDate first, LocalDate last)
            implements ConductRefusal {
        @Override
        public String sentence() {
            return "%s is %s; for this school year it lies from %s to %s. Give the day on which it took place, or leave it out."
                    .formatted(field, value, first, last);
        }
    }
}
