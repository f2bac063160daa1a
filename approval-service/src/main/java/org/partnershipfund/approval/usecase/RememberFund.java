package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.policy.ApprovalPolicies;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.policy.SelectionRulebook;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.approval.reminder.ReminderPlan;
import org.partnershipfund.approval.reminder.ReminderPlans;
import org.partnershipfund.approval.submission.Chart;
import org.partnershipfund.approval.submission.ChartOfAccounts;
import org.partnershipfund.approval.support.SupportCalendar;
import org.partnershipfund.approval.support.SupportCalendars;
import org.partnershipfund.kernel.AuditTrail;

/** A fund was opened: remember it, with the policy, the rules and the support calendar that hold until others are set. */
@ApplicationScoped
public class RememberFund {

    private final RememberedFunds funds;
    private final ApprovalPolicies policies;
    private final SelectionRulebook rules;
    private final SupportCalendars calendars;
    private final ReminderPlans reminders;
    private final ChartOfAccounts charts;
    private final AuditTrail audit;
    private final Clock clock;

    RememberFund(
            RememberedFunds funds,
            ApprovalPolicies policies,
            SelectionRulebook rules,
            SupportCalendars calendars,
            ReminderPlans reminders,
            ChartOfAccounts charts,
            AuditTrail audit,
            Clock clock) {
        this.funds = funds;
        this.policies = policies;
        this.rules = rules;
        this.calendars = calendars;
        this.reminders = reminders;
        this.charts = charts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Remembers the fund; told again, it changes nothing.
     *
     * @param chart the parts that its budget lines share; kept also of a fund that was heard of before they were told
     */
    @Transactional
    public void remember(RememberedFund fund, Chart chart, Instant at) {
        if (funds.find(fund.id()).isEmpty()) {
            add(fund, at);
        }
        charts.keep(fund.id(), chart);
    }

    private void add(RememberedFund fund, Instant at) {
        funds.add(fund);
        long _ = policies.store(ApprovalPolicy.usual(fund.id(), at), 0);
        rules.add(SelectionRules.usual(fund.id(), LocalDate.ofInstant(at, clock.getZone()), at));
        long _ = calendars.store(SupportCalendar.usual(fund.id(), fund.year(), at), 0);
        long _ = reminders.store(ReminderPlan.usual(fund.id(), at), 0);
        audit.record(new AuditTrail.Change("FundRemembered", fund.id().value().toString(), null, fund));
    }
}
