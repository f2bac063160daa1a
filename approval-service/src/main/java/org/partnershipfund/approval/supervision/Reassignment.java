package org.partnershipfund.approval.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.supervision.SupervisionRefusal.SupervisorIsThere;

/**
 * The superintendent's step of one version of a selection was given to another supervisor; the newest counts.
 *
 * <p>Source: docs/policy/approval.md §14.
 */
public record Reassignment(SelectionId selection, int version, Person to, String reason, Person by, Instant at) {

    /**
     * Why the step may not be given to somebody else: one of those whose it is is there. Empty if all are away, or if it is
     * nobody's.
     *
     * <p>Source: docs/policy/approval.md §14.5.
     *
     * @param whose to whom it was given last; if to nobody, who is assigned to the school today
     */
    public static Optional<SupervisorIsThere> refusal(
            SelectionId selection, List<Person> whose, Predicate<Person> isAway, LocalDate today) {
        return whose.stream()
                .filter(isAway.negate())
                .findFirst()
                .map(there -> new SupervisorIsThere(selection.value(), there.subject(), today));
    }
}
