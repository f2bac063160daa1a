package org.partnershipfund.approval.council;

import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** How councils conduct themselves, by fund. */
public interface CouncilPolicies {

    /** The fund's, or with version 0 the default. */
    Versioned<CouncilPolicy> of(FundId fund);

    /**
     * Stores the policy as the successor of the version it was read with.
     *
     * @param readVersion 0 if it was the default
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(CouncilPolicy policy, long readVersion);
}
