package org.partnershipfund.approval.fund;

import java.time.Instant;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;

/** The funds we heard of. */
public interface RememberedFunds {

    /** The fund, if its opening was heard. */
    Optional<RememberedFund> find(FundId id);

    /** The same; nobody closes it before the end of the transaction, and many may hold it at once. */
    Optional<RememberedFund> hold(FundId id);

    /** Keeps a fund that is new; it is closed already if its closing was heard first. */
    void add(RememberedFund fund);

    /**
     * Closes a fund; waits for those who hold it.
     *
     * @return whether it was heard of and not closed before
     */
    boolean close(FundId id, Instant at);

    /** Keeps for later that a fund was closed whose opening was not heard yet; told again, it changes nothing. */
    void closeAhead(FundId id, FiscalYear year, Instant at);
}
