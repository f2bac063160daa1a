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

    public Delegation {
        schools = schools.map(Set::copyOf);
    }

    /** Who took it back, and when. */
    public record Revocation(Person by, Instant at) {}

    /**
     * Makes a delegation.
     *
     * @param today the day in the district; a delegation holds for no day that is gone
     */
    public static Decision<Delegation> delegate(Delegation asked, LocalDate today) {
        if (asked.delegator().equals(asked.delegate())) {
            return Decision.refuse(new DelegationToOneself());
        }
        return asked.until().isBefore(asked.from()) || asked.from().isBefore(today)
                ? Decision.refuse(new DelegationEndsBeforeItBegins(asked.from(), asked.until(), today))
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
