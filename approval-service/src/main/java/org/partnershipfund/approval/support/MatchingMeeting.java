package org.partnershipfund.approval.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.approval.matching.SuggestionId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.support.SupportRefusal.HeldInTheFuture;
import org.partnershipfund.approval.support.SupportRefusal.NobodyOfTheSchool;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Superintendent, central office and school looked together for partners that fit (§6); a record, never changed.
 *
 * @param year for which partners were sought
 * @param people by what they are, not by name
 * @param needs what was said of the school's needs
 * @param suggestions that were talked about
 */
public record MatchingMeeting(
        MatchingMeetingId id,
        SchoolCode school,
        FiscalYear year,
        LocalDate heldOn,
        List<Attendee> people,
        String needs,
        List<SuggestionId> suggestions,
        Person recordedBy,
        Instant recordedAt) {

    public MatchingMeeting {
        people = List.copyOf(people);
        suggestions = List.copyOf(suggestions);
    }

    /** What somebody was there as. */
    public enum Role {
        SCHOOL_LEADER("school-leader"),
        COUNCIL_MEMBER("council-member"),
        INSTRUCTIONAL_SUPERINTENDENT("instructional-superintendent"),
        CENTRAL_OFFICE("central-office");

        /** Any of the words. */
        public static final String WORDS = "school-leader|council-member|instructional-superintendent|central-office";

        private final String word;

        Role(String word) {
            this.word = word;
        }

        /** The word for it in JSON and tables. */
        public String word() {
            return word;
        }

        boolean isOfTheSchool() {
            return switch (this) {
                case SCHOOL_LEADER, COUNCIL_MEMBER -> true;
                case INSTRUCTIONAL_SUPERINTENDENT, CENTRAL_OFFICE -> false;
            };
        }
    }

    /**
     * So many of one role.
     *
     * @param number 1 or more
     */
    public record Attendee(Role role, int number) {
        public Attendee {
            if (number < 1) {
                throw new IllegalArgumentException("somebody was there, and not " + number);
            }
        }
    }

    /** The record, if it can be one. */
    public static Decision<MatchingMeeting> held(MatchingMeeting asked, LocalDate today) {
        if (asked.heldOn().isAfter(today)) {
            return Decision.refuse(new HeldInTheFuture(asked.heldOn(), today));
        }
        return asked.people().stream().noneMatch(one -> one.role().isOfTheSchool())
                ? Decision.refuse(new NobodyOfTheSchool(asked.school()))
                : Decision.accept(asked);
    }
}
