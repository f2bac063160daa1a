package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Stages;
import org.partnershipfund.approval.plan.StagesBook;
import org.partnershipfund.approval.plan.StepRule;
import org.partnershipfund.approval.policy.ApprovalPolicies;
import org.partnershipfund.approval.policy.PolicyRefusal.NoSuchPolicy;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Records in which stages selections of a fund are approved from a day on; versions before stay as they are. */
@ApplicationScoped
public class RecordStages {

    private final StagesBook book;
    private final ApprovalPolicies policies;
    private final AuditTrail audit;
    private final Clock clock;

    RecordStages(StagesBook book, ApprovalPolicies policies, AuditTrail audit, Clock clock) {
        this.book = book;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stages as they are asked for.
     *
     * @param stages in their order; the steps of one stage are parallel
     */
    public record Asked(LocalDate firstDay, List<List<StepRule>> stages, String source) {}

    /**
     * Records the next version.
     *
     * @param seen the number of the newest version that the caller decided upon
     * @return the version, with its number
     * @throws RefusedException if no such fund was heard of, it begins in the past, names a step twice, or leaves out the council
     * @throws StaleStateException if there is a newer version than the caller saw
     */
    @Transactional
    public Versioned<Stages> add(FundId fund, long seen, Person by, Asked asked) {
        mustBeHeardOf(fund);
        int newest = book.newest(fund);
        if (newest != seen) {
            throw new StaleStateException(fund.value(), seen);
        }
        Instant now = clock.instant();
        Stages next = Stages.record(
                        new Stages(
                                fund,
                                newest + 1,
                                asked.firstDay(),
                                asked.stages(),
                                asked.source(),
                                Optional.of(by),
                                now),
                        LocalDate.now(clock))
                .orRefuse()
                .state();
        book.add(next);
        audit.record(
                new AuditTrail.Change("ApprovalStagesRecorded", fund.value().toString(), null, next));
        return new Versioned<>(next, next.number());
    }

    /**
     * What holds for submissions of a day, and the number of the newest version.
     *
     * @param day empty for today in the district
     * @throws RefusedException if no such fund was heard of
     */
    public Versioned<Stages> on(FundId fund, Optional<LocalDate> day) {
        mustBeHeardOf(fund);
        Stages stages = book.on(fund, day.orElseGet(() -> LocalDate.now(clock))).orElseGet(() -> Stages.usual(fund));
        return new Versioned<>(stages, book.newest(fund));
    }

    /**
     * Every recorded version, oldest first.
     *
     * @throws RefusedException if no such fund was heard of
     */
    public List<Stages> versions(FundId fund, int afterNumber, int limit) {
        mustBeHeardOf(fund);
        return book.versions(fund, afterNumber, limit);
    }

    private void mustBeHeardOf(FundId fund) {
        if (policies.find(fund).isEmpty()) {
            throw new RefusedException(new NoSuchPolicy(fund));
        }
    }
}
