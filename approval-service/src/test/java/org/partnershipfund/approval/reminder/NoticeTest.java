package org.partnershipfund.approval.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.mail.MailKind;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.kernel.Words;

/** Policy reminders §5: what is told at a moment. */
class NoticeTest {

    private static final FundId FUND = new FundId(new UUID(0, 1));
    private static final ReminderPlan PLAN = ReminderPlan.usual(FUND, School.NOW);
    private static final Instant DEADLINE = district("2018-01-31T17:00");

    static Stream<List<String>> moments_of_the_policy() {
        return PolicyPage.table("reminders.md", "What is told at a moment").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments_of_the_policy")
    void notices_are_what_the_policy_shows(List<String> row) {
        assertThat(Notice.of(turn(1, Optional.of(DEADLINE)), PLAN, district(row.get(1))).stream()
                        .map(NoticeTest::words)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(row.get(2));
    }

    @Test
    void days_are_those_of_the_calendar_over_a_change_of_the_clocks() {
        // Clocks go forward on 11 March 2018: three days before are 71 hours.
        Instant deadline = district("2018-03-12T17:00");

        assertThat(Notice.of(turn(1, Optional.of(deadline)), PLAN, district("2018-03-09T16:59")))
                .extracting(Notice::edition)
                .contains("1 %s -7".formatted(deadline));
        assertThat(Notice.of(turn(1, Optional.of(deadline)), PLAN, district("2018-03-09T17:00")))
                .extracting(Notice::edition)
                .contains("1 %s -3".formatted(deadline));
    }

    @Test
    void another_version_or_deadline_is_another_edition() {
        Instant now = district("2018-01-31T18:00");
        Instant later = DEADLINE.plusSeconds(1);

        assertThat(Stream.of(
                                Notice.of(turn(1, Optional.of(DEADLINE)), PLAN, now),
                                Notice.of(turn(2, Optional.of(DEADLINE)), PLAN, now),
                                Notice.of(turn(1, Optional.of(later)), PLAN, now))
                        .flatMap(List::stream)
                        .filter(notice -> notice.kind() == MailKind.OVERDUE)
                        .map(Notice::edition))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void without_a_deadline_nothing_is_near_or_overdue() {
        assertThat(Notice.of(turn(1, Optional.empty()), PLAN, district("2030-01-01T00:00")))
                .extracting(NoticeTest::words)
                .containsExactly("your-turn");
    }

    private static Turn turn(int version, Optional<Instant> until) {
        return new Turn(
                new SelectionId(new UUID(0, 2)),
                FUND,
                School.CODE,
                "council",
                version,
                until,
                Set.of(School.SUPERINTENDENT));
    }

    private static Instant district(String local) {
        return LocalDateTime.parse(local).atZone(Words.DISTRICT).toInstant();
    }

    private static String words(Notice notice) {
        int minus = notice.edition().lastIndexOf(" -");
        String days =
                notice.kind() == MailKind.DEADLINE_NEAR ? " " + notice.edition().substring(minus + 2) : "";
        return notice.kind().word() + days + (notice.toNextLevel() ? " to the next level" : "");
    }
}
