package org.partnershipfund.approval.reminder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.mail.MailKind;
import org.partnershipfund.kernel.Words;

/**
 * What somebody is told of a turn, if they were not told yet.
 *
 * @param edition which state or deadline of it
 * @param toNextLevel whether the next level is told, and not who may act
 */
public record Notice(MailKind kind, String edition, boolean toNextLevel) {

    /** What is to be told of a turn at that instant (§5). */
    public static List<Notice> of(Turn turn, ReminderPlan plan, Instant now) {
        List<Notice> notices = new ArrayList<>();
        notices.add(new Notice(MailKind.YOUR_TURN, Integer.toString(turn.version()), false));
        turn.until().ifPresent(until -> {
            String deadline = turn.version() + " " + until;
            if (now.isBefore(until)) {
                daysLeft(plan, until, now)
                        .ifPresent(days -> notices.add(
                                new Notice(MailKind.DEADLINE_NEAR, "%s -%d".formatted(deadline, days), false)));
            } else {
                notices.add(new Notice(MailKind.OVERDUE, deadline, false));
                if (!now.isBefore(daysLater(until, plan.escalateAfterDays()))) {
                    notices.add(new Notice(MailKind.OVERDUE, deadline + " next", true));
                }
            }
        });
        return notices;
    }

    /** The nearest of the plan's days that has come: who was away is reminded once and not of each. */
    private static Optional<Integer> daysLeft(ReminderPlan plan, Instant until, Instant now) {
        return plan.daysBefore().stream()
                .filter(days -> !now.isBefore(daysLater(until, -days)))
                .reduce((_, nearer) -> nearer);
    }

    /** By the district's calendar: the same time of day, over a change of the clocks too. */
    private static Instant daysLater(Instant at, int days) {
        return at.atZone(Words.DISTRICT).plus(days, ChronoUnit.DAYS).toInstant();
    }
}
