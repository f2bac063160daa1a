package org.partnershipfund.approval.council;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Words;

/** Every way a council, a meeting or a motion can say no. */
public sealed interface CouncilRefusal extends Refusal {

    /** The code names no council that the caller may see. */
    record NoSuchCouncil(SchoolCode school) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "No council of school %s is seated, or it is none of yours. GET /councils lists those that you may see; the partnerships team seats a new one."
                    .formatted(school);
        }
    }

    /** A school has one council. */
    record CouncilExists(SchoolCode school) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "The council of school %s was seated before. Change it with PUT /councils/%s and the ETag of what you read."
                    .formatted(school, school);
        }
    }

    /** A seat that ends before it begins is never held. */
    record SeatEndsBeforeItBegins(Group group, LocalDate from, LocalDate until) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "A %s seat has from %s and until %s. Give a last day that is not before the first."
                    .formatted(group.word(), from, until);
        }
    }

    /** Nobody votes in the principal's place. */
    record PrincipalHasNoAlternate() implements CouncilRefusal {
        @Override
        public String sentence() {
            return "A principal seat is marked as alternate; nobody votes in the principal's place. Seat an acting principal as the principal from the day on which they act.";
        }
    }

    /** One person, one vote. */
    record PersonSeatedTwice(String subject) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Person %s has two seats at the same time; everybody has one vote. End one seat before the other begins."
                    .formatted(subject);
        }
    }

    /** The constitution says how many seats a group has. */
    record TooManySeats(Group group, int seats, int places, LocalDate on) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "%s held on %s; the constitution of this council has %d. Seat fewer, mark alternates as such, or correct staffSize, parentParity or highSchool."
                    .formatted(Words.count(seats, group.word() + " seat") + (seats == 1 ? " is" : " are"), on, places);
        }
    }

    /** A council without its principal can never decide. */
    record PrincipalMissing() implements CouncilRefusal {
        @Override
        public String sentence() {
            return "The council has no principal seat, and without the principal it never has a quorum. Name the principal.";
        }
    }

    /** The co-chair is a member beside the principal. */
    record CoChairNotSeated(String subject) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "coChair is %s, who holds no full seat beside the principal. Name a seated member, preferably a parent."
                    .formatted(subject);
        }
    }

    /** Only members can be present as members. */
    record NotSittingThen(SeatId seat, LocalDate on) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Seat %s is not held on %s by this council. GET /councils/{schoolCode} lists the seats."
                    .formatted(seat.value(), on);
        }
    }

    /** An alternate sits for somebody who is absent. */
    record AlternateWithoutAbsence(Group group, long alternates, long absent) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "%s of group %s recorded as present for %s of that group. Leave out the alternates who sit for nobody."
                    .formatted(
                            Words.count(alternates, "alternate"), group.word(), Words.count(absent, "absent member"));
        }
    }

    /** Only the two who chair do this. */
    record NotTheChair(SchoolCode school) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "You are neither the principal nor the co-chair of the council of school %s today. Ask one of the two."
                    .formatted(school);
        }
    }

    /** The id names no meeting that the caller may see. */
    record NoSuchMeeting(MeetingId meeting) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "There is no meeting %s for you. GET /councils/{schoolCode}/meetings lists those of a school."
                    .formatted(meeting.value());
        }
    }

    /** The public must learn of it in time. */
    record NoticeTooShort(Instant startsAt, int hours, Instant earliest) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "startsAt is %s; a meeting is posted with its agenda at least %s before. The earliest lawful time is %s."
                    .formatted(Words.time(startsAt), Words.count(hours, "hour"), Words.time(fullMinute(earliest)));
        }

        /** The first full minute that is not before. */
        private static Instant fullMinute(Instant earliest) {
            Instant minute = earliest.truncatedTo(ChronoUnit.MINUTES);
            return minute.isBefore(earliest) ? minute.plus(1, ChronoUnit.MINUTES) : minute;
        }
    }

    /** Nobody is present before the beginning. */
    record NotBegunYet(Instant startsAt) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "The meeting begins on %s; attendance is recorded from then on.".formatted(Words.time(startsAt));
        }
    }

    /** Without attendance nobody may vote. */
    record NotConvened(MeetingId meeting) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Nobody is recorded as present at meeting %s. Record the attendance first."
                    .formatted(meeting.value());
        }
    }

    /** A meeting is a day; what it left undecided needs another public notice. */
    record MeetingOver(MeetingId meeting, LocalDate on, LocalDate today) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Meeting %s was on %s, and today is %s in the district; votes are taken on the day of the meeting. Post another meeting with the selection on its agenda, at least %d hours ahead unless the fund's policy says otherwise."
                    .formatted(meeting.value(), on, today, ApprovalPolicy.USUAL_NOTICE_HOURS);
        }
    }

    /** Who is present is fixed while a motion is open. */
    record MotionsOpen(MotionId motion) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Motion %s is open; attendance stays as it is until it is closed.".formatted(motion.value());
        }
    }

    /** What was not announced is not decided. */
    record NotOnTheAgenda(UUID selection, MeetingId meeting) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Selection %s is not on the agenda of meeting %s. Post a meeting that has it."
                    .formatted(selection, meeting.value());
        }
    }

    /** Only what waits for the council can be put to it. */
    record NotForTheCouncil(UUID selection, String state) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Selection %s is %s and does not wait for the council of this school. Submit it first, or look at its decisions."
                    .formatted(selection, state);
        }
    }

    /** The council decides on what was announced. */
    record AgendaOutdated(UUID selection, int announced, int now) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "The agenda announced version %d of selection %s, which is version %d now. Post a meeting with the new version."
                    .formatted(announced, selection, now);
        }
    }

    /** One motion per selection and meeting. */
    record MovedBefore(MotionId motion) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Motion %s was about the same selection at the same meeting. Without a quorum the selection waits for another meeting."
                    .formatted(motion.value());
        }
    }

    /** The id names no motion that the caller may see. */
    record NoSuchMotion(MotionId motion) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "There is no motion %s for you. GET /motions lists those that you may see."
                    .formatted(motion.value());
        }
    }

    /** A closed motion stays as it is. */
    record MotionClosed(MotionId motion, String result, Instant at) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Motion %s was closed on %s with the result %s. Nothing about it can change."
                    .formatted(motion.value(), Words.time(at), result);
        }
    }

    /** An account follows a result. */
    record MotionStillOpen(MotionId motion) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Motion %s is still open; close it first.".formatted(motion.value());
        }
    }

    /** No absentee ballots. */
    record NotPresent(SeatId seat) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Seat %s is not recorded as present at this meeting; there are no absentee ballots. Attendance is corrected before a motion is opened."
                    .formatted(seat.value());
        }
    }

    /** Only members vote. */
    record NoVote(SchoolCode school) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "You hold no seat on the council of school %s today, so you have no ballot.".formatted(school);
        }
    }

    /** A recusal says why. */
    record TieMissing() implements CouncilRefusal {
        @Override
        public String sentence() {
            return "The vote is recused and tie is empty. Name the organisation and the tie to it.";
        }
    }

    /** Who is tied stays out of it. */
    record TieStands(SeatId seat) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "A tie of seat %s is declared, in this motion or in an earlier one about this selection, and is not taken back. The seat stays recused; leave it out, or name it as recused."
                    .formatted(seat.value());
        }
    }

    /** Silence is no vote: nobody closes over the heads of the others. */
    record VotesMissing(List<SeatId> seats) implements CouncilRefusal {
        public VotesMissing {
            seats = List.copyOf(seats);
        }

        @Override
        public String sentence() {
            return "These seats are recorded as present and have no vote: %s. Each member casts a ballot, abstain included, or one of principal and co-chair calls the roll and the other confirms it."
                    .formatted(
                            seats.stream().map(seat -> seat.value().toString()).collect(joining(", ")));
        }
    }

    /** A roll call names everybody once and replaces nobody's own ballot. */
    record OwnBallotStands(SeatId seat) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Seat %s is named twice in the roll call, or cast its own ballot, which a roll call does not replace. Leave it out."
                    .formatted(seat.value());
        }
    }

    /** There is nothing to confirm. */
    record NoRollCall() implements CouncilRefusal {
        @Override
        public String sentence() {
            return "No roll call was entered; ballots that members cast themselves need no confirmation.";
        }
    }

    /** Four eyes: principal and co-chair. */
    record RollCallByTheSame() implements CouncilRefusal {
        @Override
        public String sentence() {
            return "You entered this roll call yourself; the other of principal and co-chair confirms it.";
        }
    }

    /** Four eyes before the count. */
    record RollCallNotConfirmed() implements CouncilRefusal {
        @Override
        public String sentence() {
            return "The roll call is not confirmed. The one of principal and co-chair who did not enter it confirms it first.";
        }
    }

    /** Only a vote against a majority is accounted for. */
    record NoAccountOwed(MotionId motion) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "The principal owes no account of motion %s; there was no majority against the principal's vote."
                    .formatted(motion.value());
        }
    }

    /** It is given once. */
    record AccountGivenBefore(Instant at) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "The account was recorded on %s. Nothing is left to do.".formatted(Words.time(at));
        }
    }

    /** The account is given in person at a later meeting. */
    record AccountNotAtALaterMeeting(MeetingId meeting) implements CouncilRefusal {
        @Override
        public String sentence() {
            return "Meeting %s is none of this council that began after the vote and was convened. Name the later meeting at which the account was given in person."
                    .formatted(meeting.value());
        }
    }
}
