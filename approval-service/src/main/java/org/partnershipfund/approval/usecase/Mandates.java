package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Mandate;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.supervision.Delegation;
import org.partnershipfund.approval.supervision.Delegations;
import org.partnershipfund.approval.supervision.Reassignment;
import org.partnershipfund.approval.supervision.Reassignments;

/**
 * By which right somebody decides at a step: the role comes from the token, the place from dated records. What was delegated
 * to somebody is not theirs to delegate, because only the delegator's own right is looked at.
 *
 * <p>Source: docs/policy/approval.md §14.
 */
@ApplicationScoped
class Mandates {

    private final SchoolRoles roles;
    private final Delegations delegations;
    private final Reassignments reassignments;
    private final Clock clock;

    Mandates(SchoolRoles roles, Delegations delegations, Reassignments reassignments, Clock clock) {
        this.roles = roles;
        this.delegations = delegations;
        this.reassignments = reassignments;
        this.clock = clock;
    }

    /**
     * The right of the person at the step of the selection today; empty if there is none.
     *
     * @param held the roles that the person's token says
     */
    Optional<Mandate> of(Person by, Set<String> held, Step step, Selection selection) {
        Dossier dossier = selection.dossier();
        boolean hasRole = step.kind().decider().filter(held::contains).isPresent();
        if (step == Step.SUPERINTENDENT) {
            Optional<Reassignment> given =
                    reassignments.newest(dossier.id(), dossier.content().version());
            if (given.isPresent()) {
                return given.filter(one -> hasRole && one.to().equals(by)).map(_ -> Mandate.own(by));
            }
        }
        return hasRole && isOwn(by, step, dossier) ? Optional.of(Mandate.own(by)) : lent(by, step, dossier, selection);
    }

    /** Of several who delegated to the person, first one who has not worked on the version. */
    private Optional<Mandate> lent(Person by, Step step, Dossier dossier, Selection selection) {
        LocalDate today = LocalDate.now(clock);
        return delegations.to(by, today).stream()
                .filter(delegation -> delegation.holds(step, dossier.school(), today))
                .map(Delegation::delegator)
                .filter(delegator -> isOwn(delegator, step, dossier))
                .min(Comparator.comparing(
                        delegator -> selection instanceof Submitted submitted && submitted.isWorkOf(delegator)))
                .map(delegator -> new Mandate(by, Optional.of(delegator)));
    }

    private boolean isOwn(Person person, Step step, Dossier dossier) {
        return step != Step.SUPERINTENDENT
                || roles.holds(person, SchoolRole.INSTRUCTIONAL_SUPERINTENDENT, dossier.school(), LocalDate.now(clock));
    }
}
