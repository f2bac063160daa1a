package org.partnershipfund.procurement.ledger;

import java.time.Instant;
import java.util.Optional;

/** Every fund that the ledger has heard of. */
public interface RememberedFunds {

    /** The fund, if it was heard of. */
    Optional<RememberedFund> find(FundId id);

    /** The fund, kept from being planned on by others until the transaction ends. */
    Optional<RememberedFund> lock(FundId id);

    /** Remembers a fund for the first time. */
    void add(RememberedFund fund);

    /** Remembers that the fund's year is over; told again, it changes nothing. */
    void close(FundId id, Instant at);

    /** Whether the fund's year is over; asked under the lock of a line, because closing takes all of them. */
    boolean isClosed(FundId id);
}
