package org.partnershipfund.approval.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationEndsBeforeItBegins;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationRevoked;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationToOneself;
import org.partnershipfund.approval.supervision.SupervisionRefusal.DelegationTooLong;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Somebody decides at a step in another's place, from one day to another. It gives what the delegator has on the day of the
 * decision, never what was delegated to them.
 *
 * <p>Source: docs/policy/approval.md §14.
 *
 * @param step of one person's decision
 * @param schools only these; empty for all of the delegator's
 * @param until the last day
 * @param revoked by whom and when it was taken back; empty while it stands
 */
public record Delegation(
        DelegationId id,
        Person delegator,
        Person delegate,
        Step step,
        Optional<Set<SchoolCode>> schools,
        LocalDate from,
        LocalDate until,
        String reason,
        Instant at,
        Optional<Revocation> revoked) {

    /** For so many days after the day on which it is made an office's step is delegated at most. */
    private static final int DAYS_OF_AN_OFFICE = 90;

    public Delegation {
        schools = schools.map(Set::copyOf);
    }

    /** Who took it back, and when. */
    public record Revocation(Person by, Instant at) {}

    /**
     * Makes a delegation. Of a superintendent's step it may be long, because their assignment is looked up on the day of
     * the decision; nobody can look up whether somebody still has an office.
     *
     * <p>Source: docs/policy/approval.md §14.2.
     *
     * @param today the day in the district; a delegation holds for no day that is gone
     */
    public static Decision<Delegation> delegate(Delegation asked, LocalDate today) {
        if (asked.delegator().equals(asked.delegate())) {
            return Decision.refuse(new DelegationToOneself());
        }
        if (asked.until().isBefore(asked.from()) || asked.from().isBefore(today)) {
            return Decision.refuse(new DelegationEndsBeforeItBegins(asked.from(), asked.until(), today));
        }
        LocalDate last = today.plusDays(DAYS_OF_AN_OFFICE);
        return asked.step() != Step.SUPERINTENDENT && asked.until().isAfter(last)
                ? Decision.refuse(new DelegationTooLong(asked.step(), asked.until(), last))
                : Decision.accept(asked);
    }

    /** Takes it back from now on; what was decided under it stands. */
    public Decision<Delegation> revoke(Person by, Instant now) {
        return revoked.isPresent()
                ? Decision.refuse(new DelegationRevoked(id, revoked.get().at()))
                : Decision.accept(new Delegation(
                        id,
                        delegator,
                        delegate,
                        step,
                        schools,
                        from,
                        until,
                        reason,
                        at,
                        Optional.of(new Revocation(by, now))));
    }

    /** Whether it holds at that step of a selection of the school, on that day. */
    public boolean holds(Step asked, SchoolCode school, LocalDate day) {
        return revoked.isEmpty()
                && step == asked
                && !day.isBefore(from)
                && !day.isAfter(until)
                && schools.map(only -> only.contains(school)).orElse(true);
    }
}
