package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.reminder.ReminderPlan;
import org.partnershipfund.approval.reminder.ReminderPlans;
import org.partnershipfund.approval.reminder.ReminderRefusal.NoSuchReminderPlan;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Sets when people of a fund are reminded; it holds from the next round on. */
@ApplicationScoped
public class SetReminderPlan {

    private final ReminderPlans plans;
    private final AuditTrail audit;
    private final Clock clock;

    SetReminderPlan(ReminderPlans plans, AuditTrail audit, Clock clock) {
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets the plan of a fund.
     *
     * @param seen the plan's version that the caller decided upon
     * @param next the plan by the instant at which it changes
     * @throws RefusedException if no such fund was heard of
     */
    @Transactional
    public Versioned<ReminderPlan> set(FundId fund, long seen, Function<Instant, ReminderPlan> next) {
        var read = read(fund).expecting(fund.value(), seen);
        ReminderPlan plan = next.apply(clock.instant());
        long version = plans.store(plan, read.version());
        audit.record(new AuditTrail.Change("ReminderPlanSet", fund.value().toString(), read.value(), plan));
        return new Versioned<>(plan, version);
    }

    /**
     * The plan of a fund.
     *
     * @throws RefusedException if no such fund was heard of
     */
    public Versioned<ReminderPlan> read(FundId fund) {
        return plans.find(fund).orElseThrow(() -> new RefusedException(new NoSuchReminderPlan(fund)));
    }
}
