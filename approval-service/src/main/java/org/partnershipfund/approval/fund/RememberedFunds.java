package org.partnershipfund.approval.fund;

import java.util.Optional;

/** The funds we heard of. */
public interface RememberedFunds {

    /** The fund, if its opening was heard. */
    Optional<RememberedFund> find(FundId id);

    /** Keeps a fund that is new. */
    void add(RememberedFund fund);
}
