package org.partnershipfund.approval.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.support.MatchingMeeting.Attendee;
import org.partnershipfund.approval.support.MatchingMeeting.Role;
import org.partnershipfund.approval.support.SupportRefusal.HeldInTheFuture;
import org.partnershipfund.approval.support.SupportRefusal.NobodyOfTheSchool;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;

/** Policy support §6: with whom somebody has talked. */
class ContactTest {

    private static final LocalDate TODAY = LocalDate.of(2017, 12, 14);

    static Stream<List<String>> rows_of_the_policy() {
        return PolicyPage.table("support.md", "Has the school had contact").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows_of_the_policy")
    void contact_is_what_the_policy_shows(List<String> row) {
        var school = new KnownSchool(
                School.CODE,
                Optional.empty(),
                true,
                Integer.parseInt(row.get(1)),
                Integer.parseInt(row.get(3)),
                Integer.parseInt(row.get(4)),
                Integer.parseInt(row.get(2)));

        assertThat(school.hasNoContact()).isEqualTo(row.get(5).equals("no"));
    }

    @Test
    void a_meeting_is_recorded_from_its_day_on_and_with_the_school() {
        var both = List.of(new Attendee(Role.SCHOOL_LEADER, 1), new Attendee(Role.CENTRAL_OFFICE, 2));
        var offices = List.of(new Attendee(Role.INSTRUCTIONAL_SUPERINTENDENT, 1), new Attendee(Role.CENTRAL_OFFICE, 2));

        assertThat(MatchingMeeting.held(meeting(TODAY, both), TODAY)).isInstanceOf(Accepted.class);
        assertThat(MatchingMeeting.held(meeting(TODAY, List.of(new Attendee(Role.COUNCIL_MEMBER, 1))), TODAY))
                .isInstanceOf(Accepted.class);
        assertThat(MatchingMeeting.held(meeting(TODAY.plusDays(1), both), TODAY))
                .isEqualTo(new Refused<MatchingMeeting>(new HeldInTheFuture(TODAY.plusDays(1), TODAY)));
        assertThat(MatchingMeeting.held(meeting(TODAY, offices), TODAY))
                .isEqualTo(new Refused<MatchingMeeting>(new NobodyOfTheSchool(School.CODE)));
    }

    private static MatchingMeeting meeting(LocalDate day, List<Attendee> people) {
        return new MatchingMeeting(
                new MatchingMeetingId(new UUID(0, 1)),
                School.CODE,
                School.FY2019,
                day,
                people,
                "Reading",
                List.of(),
                School.SUPERINTENDENT,
                School.NOW);
    }
}
