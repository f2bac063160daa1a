package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.mail.MailKind;
import org.partnershipfund.approval.mail.MailOutbox;
import org.partnershipfund.approval.mail.MailOutbox.Told;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.approval.reminder.Notice;
import org.partnershipfund.approval.reminder.ReminderPlan;
import org.partnershipfund.approval.reminder.ReminderPlans;
import org.partnershipfund.approval.reminder.Turn;
import org.partnershipfund.approval.reminder.TurnsToRemind;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.kernel.Words;

/**
 * Tells people that it is their turn, reminds them before the deadline, and tells the next level when it has passed. It
 * looks at what is open and at what was told, so a round that is missed or run twice changes nothing.
 */
@ApplicationScoped
public class RemindPeople {

    private static final String COUNCIL = "council";

    private final TurnsToRemind turns;
    private final ReminderPlans plans;
    private final SchoolRoles roles;
    private final MailOutbox outbox;
    private final TellPeople people;
    private final Clock clock;

    RemindPeople(
            TurnsToRemind turns,
            ReminderPlans plans,
            SchoolRoles roles,
            MailOutbox outbox,
            TellPeople people,
            Clock clock) {
        this.turns = turns;
        this.plans = plans;
        this.roles = roles;
        this.outbox = outbox;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Reminds of some turns, in one transaction.
     *
     * @param after the last turn of the part before; empty to begin
     * @return the last turn of this part; empty when there are no more
     */
    @Transactional
    public Optional<Turn> part(Optional<Turn> after, int limit) {
        Instant now = clock.instant();
        List<Turn> open = turns.list(LocalDate.now(clock), after, limit);
        Set<Told> told = outbox.told(open.stream().map(Turn::thing).toList());
        Map<FundId, Optional<ReminderPlan>> known = new HashMap<>();
        for (Turn turn : open) {
            known.computeIfAbsent(turn.fund(), fund -> plans.find(fund).map(Versioned::value))
                    .ifPresent(plan -> remind(turn, plan, told, now));
        }
        return open.size() < limit ? Optional.empty() : Optional.of(open.getLast());
    }

    private void remind(Turn turn, ReminderPlan plan, Set<Told> told, Instant now) {
        for (Notice notice : Notice.of(turn, plan, now)) {
            Set<Person> receivers = new LinkedHashSet<>(notice.toNextLevel() ? nextLevel(turn, plan) : turn.people());
            receivers.removeIf(
                    person -> told.contains(new Told(person, notice.kind(), turn.thing(), notice.edition())));
            people.tell(receivers, message(turn, notice));
        }
    }

    private Set<Person> nextLevel(Turn turn, ReminderPlan plan) {
        Set<Person> next = new LinkedHashSet<>(plan.nextLevel());
        if (turn.step().equals(COUNCIL)) {
            next.addAll(roles.holders(SchoolRole.INSTRUCTIONAL_SUPERINTENDENT, turn.school(), LocalDate.now(clock)));
        }
        return next;
    }

    private static TellPeople.Message message(Turn turn, Notice notice) {
        String what = "the selection of school %s, version %d, waits at the step %s"
                .formatted(turn.school(), turn.version(), turn.step());
        String until = turn.until().map(Words::time).orElse("");
        return new TellPeople.Message(
                notice.kind(),
                turn.thing(),
                notice.edition(),
                subject(notice, turn),
                turn.until().isEmpty()
                        ? List.of("It is your turn: %s.".formatted(what))
                        : List.of(
                                (notice.kind() == MailKind.OVERDUE ? "Overdue: " : "It is your turn: ") + what + ".",
                                notice.kind() == MailKind.OVERDUE
                                        ? "It was due until %s. Nothing is approved by silence.".formatted(until)
                                        : "It is due until %s.".formatted(until)),
                Optional.of("/selections/" + turn.selection().value()),
                Optional.empty());
    }

    private static String subject(Notice notice, Turn turn) {
        String school = "selection of school " + turn.school();
        return notice.kind() == MailKind.OVERDUE
                ? "Overdue: " + school
                : notice.kind() == MailKind.DEADLINE_NEAR
                        ? "Due until %s: %s"
                                .formatted(turn.until().map(Words::time).orElse(""), school)
                        : "Your turn: " + school;
    }
}
