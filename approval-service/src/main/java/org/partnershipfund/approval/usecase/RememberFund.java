package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.policy.ApprovalPolicies;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.kernel.AuditTrail;

/** A fund was opened: remember it, with the policy that holds until the budget office sets another. */
@ApplicationScoped
public class RememberFund {

    private final RememberedFunds funds;
    private final ApprovalPolicies policies;
    private final AuditTrail audit;

    RememberFund(RememberedFunds funds, ApprovalPolicies policies, AuditTrail audit) {
        this.funds = funds;
        this.policies = policies;
        this.audit = audit;
    }

    /** Remembers the fund; told again, it changes nothing. */
    @Transactional
    public void remember(RememberedFund fund, Instant at) {
        if (funds.find(fund.id()).isPresent()) {
            return;
        }
        funds.add(fund);
        long _ = policies.store(ApprovalPolicy.usual(fund.id(), at), 0);
        audit.record(new AuditTrail.Change("FundRemembered", fund.id().value().toString(), null, fund));
    }
}
