package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.policy.ApprovalPolicies;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.policy.PolicyRefusal.NoSuchPolicy;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Sets what the district decided about approving selections of a fund; it holds for what happens from now on. */
@ApplicationScoped
public class SetApprovalPolicy {

    private final ApprovalPolicies policies;
    private final AuditTrail audit;
    private final Clock clock;

    SetApprovalPolicy(ApprovalPolicies policies, AuditTrail audit, Clock clock) {
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets the policy of a fund.
     *
     * @param seen the policy's version that the caller decided upon
     * @param next the policy by the instant at which it changes
     * @throws RefusedException if no such fund was heard of
     */
    @Transactional
    public Versioned<ApprovalPolicy> set(FundId fund, long seen, Function<Instant, ApprovalPolicy> next) {
        var read = read(fund).expecting(fund.value(), seen);
        ApprovalPolicy policy = next.apply(clock.instant());
        long version = policies.store(policy, read.version());
        audit.record(new AuditTrail.Change("ApprovalPolicySet", fund.value().toString(), read.value(), policy));
        return new Versioned<>(policy, version);
    }

    /**
     * The policy of a fund.
     *
     * @throws RefusedException if no such fund was heard of
     */
    public Versioned<ApprovalPolicy> read(FundId fund) {
        return policies.find(fund).orElseThrow(() -> new RefusedException(new NoSuchPolicy(fund)));
    }
}
