package org.partnershipfund.approval.reminder;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;

/**
 * When people of one fund are reminded, as the partnerships team decided (§5).
 *
 * @param daysBefore a deadline, each 1 or more, the most first
 * @param escalateAfterDays how long something is overdue before the next level is told; 0 for at once
 * @param nextLevel who is told then, besides a school's superintendent for its council
 * @param source who decided it, where it is written
 */
public record ReminderPlan(
        FundId fund,
        List<Integer> daysBefore,
        int escalateAfterDays,
        List<Person> nextLevel,
        String source,
        Instant changedAt) {

    public ReminderPlan {
        if (escalateAfterDays < 0 || daysBefore.stream().anyMatch(days -> days < 1)) {
            throw new IllegalArgumentException("days are counted from 1 before a deadline, and from 0 behind it");
        }
        daysBefore =
                daysBefore.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        nextLevel = List.copyOf(nextLevel);
    }

    /** What holds for a fund about which nothing was decided. */
    public static ReminderPlan usual(FundId fund, Instant at) {
        return new ReminderPlan(
                fund,
                List.of(7, 3, 1),
                2,
                List.of(),
                "Default of the suite: a week, three days and a day before; the next level after two days",
                at);
    }
}
