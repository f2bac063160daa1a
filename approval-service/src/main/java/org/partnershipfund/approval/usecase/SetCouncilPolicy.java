package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.partnershipfund.approval.council.CouncilPolicies;
import org.partnershipfund.approval.council.CouncilPolicy;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.policy.PolicyRefusal.NoSuchPolicy;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** An office of the district decides how councils conduct themselves about one fund. */
@ApplicationScoped
public class SetCouncilPolicy {

    private final RememberedFunds funds;
    private final CouncilPolicies policies;
    private final AuditTrail audit;
    private final Clock clock;

    SetCouncilPolicy(RememberedFunds funds, CouncilPolicies policies, AuditTrail audit, Clock clock) {
        this.funds = funds;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets it; it holds for ballots from now on.
     *
     * @param seen the version that the caller decided upon; 0 for the default
     * @param source who decided it, where it is written
     * @throws RefusedException if the fund was not heard of
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<CouncilPolicy> set(FundId fund, long seen, boolean required, String source) {
        var read = read(fund).expecting(fund.value(), seen);
        var next = new CouncilPolicy(fund, required, source, Optional.of(clock.instant()));
        long version = policies.store(next, read.version());
        audit.record(new AuditTrail.Change("CouncilPolicySet", fund.value().toString(), read.value(), next));
        return new Versioned<>(next, version);
    }

    /**
     * The fund's policy, or the default.
     *
     * @throws RefusedException if the fund was not heard of
     */
    public Versioned<CouncilPolicy> read(FundId fund) {
        if (funds.find(fund).isEmpty()) {
            throw new RefusedException(new NoSuchPolicy(fund));
        }
        return policies.of(fund);
    }
}
