package org.partnershipfund.approval.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** The policies, one per fund that was heard of. */
public interface ApprovalPolicies {

    /** The policy of a fund. */
    Optional<Versioned<ApprovalPolicy>> find(FundId fund);

    /** Policies in the order of the ids of their funds. */
    List<Versioned<ApprovalPolicy>> list(Optional<FundId> after, Optional<Instant> modifiedAfter, int limit);

    /**
     * Stores the policy as the successor of the version it was read with.
     *
     * @param readVersion 0 for a new policy
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(ApprovalPolicy policy, long readVersion);
}
