package org.partnershipfund.allocation.fund;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All funds, as the core sees them. */
public interface Funds {

    /** The fund, to look at. */
    Optional<Versioned<Fund>> find(FundId id);

    /** The fund, held until the end of the transaction: who else wants to change it waits. */
    Optional<Versioned<Fund>> hold(FundId id);

    /** The fund of that year and name. */
    Optional<FundId> find(FiscalYear year, String name);

    /** The funds of that year, by name. */
    List<Fund> of(FiscalYear year);

    /**
     * Funds in the order of their ids, for a list.
     *
     * @param after only ids that sort behind this one
     * @param modifiedAfter only funds opened or changed later than this
     * @param allocatedOnly whether to leave out those that are still open
     * @param limit at most that many
     */
    List<Versioned<Fund>> list(
            Optional<FundId> after, Optional<Instant> modifiedAfter, boolean allocatedOnly, int limit);

    /** Holds the names of a year's funds until the end of the transaction: who else wants to open one waits. */
    void holdNames(FiscalYear year);

    /**
     * Stores the fund as the successor of the version it was read with.
     *
     * @param readVersion 0 for a fund that is new
     * @return the version it has now
     * @throws StaleStateException if the stored version is no longer {@code readVersion}, or year and name of a new
     *     fund were taken meanwhile
     */
    long store(Fund fund, long readVersion);
}
