package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.supervision.Delegation;
import org.partnershipfund.approval.supervision.DelegationId;
import org.partnershipfund.approval.supervision.Delegations;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NoSuchDelegation;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NothingToDelegate;
import org.partnershipfund.approval.supervision.Supervisors;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** Somebody lets another decide in their place, for a time, and takes it back. */
@ApplicationScoped
public class DelegateStep {

    private final Delegations delegations;
    private final Supervisors supervisors;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    DelegateStep(Delegations delegations, Supervisors supervisors, AuditTrail audit, Ids ids, Clock clock) {
        this.delegations = delegations;
        this.supervisors = supervisors;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A delegation as it is asked for.
     *
     * @param schools only these; empty for all of the delegator's
     */
    public record Asked(
            Person delegate,
            Step step,
            Optional<Set<SchoolCode>> schools,
            LocalDate from,
            LocalDate until,
            String reason) {}

    /**
     * Delegates.
     *
     * @param roles that the delegator's token says
     * @throws RefusedException if the step or a school is not the delegator's own today, it is to themselves, it ends before
     *     it begins, begins in the past, or lends an office's step for too long
     */
    @Transactional
    public Versioned<Delegation> delegate(Person delegator, Set<String> roles, Asked asked) {
        LocalDate today = LocalDate.now(clock);
        boolean hasRole = asked.step().kind().decider().filter(roles::contains).isPresent();
        if (!hasRole || (asked.step() == Step.SUPERINTENDENT && !supervises(delegator, asked.schools(), today))) {
            throw new RefusedException(new NothingToDelegate(asked.step()));
        }
        Delegation delegation = Delegation.delegate(
                        new Delegation(
                                new DelegationId(ids.next()),
                                delegator,
                                asked.delegate(),
                                asked.step(),
                                asked.schools(),
                                asked.from(),
                                asked.until(),
                                asked.reason(),
                                clock.instant(),
                                Optional.empty()),
                        today)
                .orRefuse()
                .state();
        long version = delegations.store(delegation, 0);
        audit.record(
                new AuditTrail.Change("StepDelegated", delegation.id().value().toString(), null, delegation));
        return new Versioned<>(delegation, version);
    }

    private boolean supervises(Person delegator, Optional<Set<SchoolCode>> schools, LocalDate today) {
        Set<SchoolCode> own = supervisors.schoolsOf(delegator, today);
        return !own.isEmpty() && own.containsAll(schools.orElse(Set.of()));
    }

    /**
     * Takes a delegation back; what was decided under it stands.
     *
     * @param seen the delegation's version that the caller decided upon
     * @param forAnybody whether the caller may take back others' delegations
     * @throws RefusedException if there is none of the caller's, or it was taken back before
     */
    @Transactional
    public Versioned<Delegation> revoke(DelegationId id, long seen, Person by, boolean forAnybody) {
        Versioned<Delegation> read = delegations
                .find(id)
                .filter(found -> forAnybody || found.value().delegator().equals(by))
                .orElseThrow(() -> new RefusedException(new NoSuchDelegation(id)))
                .expecting(id.value(), seen);
        Delegation revoked = read.value().revoke(by, clock.instant()).orRefuse().state();
        long version = delegations.store(revoked, read.version());
        audit.record(new AuditTrail.Change("DelegationRevoked", id.value().toString(), read.value(), revoked));
        return new Versioned<>(revoked, version);
    }

    /**
     * One delegation.
     *
     * @param everybodys whether the reader may see others' delegations
     * @throws RefusedException if there is none that the reader made or was given
     */
    public Versioned<Delegation> read(DelegationId id, Person reader, boolean everybodys) {
        return delegations
                .find(id)
                .filter(found -> everybodys
                        || found.value().delegator().equals(reader)
                        || found.value().delegate().equals(reader))
                .orElseThrow(() -> new RefusedException(new NoSuchDelegation(id)));
    }

    /** Delegations that the reader made or was given, or everybody's. */
    public List<Versioned<Delegation>> list(
            Person reader, boolean everybodys, Optional<DelegationId> after, int limit) {
        return delegations.list(everybodys ? Optional.empty() : Optional.of(reader), after, limit);
    }
}
