package org.partnershipfund.procurement.determination;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.process.ProcessId;

/** All written determinations. */
public interface Determinations {

    /** The determination, to look at. */
    Optional<Versioned<Determination>> find(DeterminationId id);

    /** The determination, held until the end of the transaction: neither revoked nor named meanwhile. */
    Optional<Versioned<Determination>> hold(DeterminationId id);

    /** A process that rests on it and was not cancelled. */
    Optional<ProcessId> usedBy(DeterminationId id);

    /** What uncancelled processes that rest on it are worth together, all years with options, without one of them. */
    Money bought(DeterminationId id, ProcessId but);

    /** Determinations by id, with what was bought by each. */
    List<Entry> list(Filter filter, Optional<DeterminationId> after, int limit);

    /**
     * Stores the successor of the version that was read; 0 for a new one.
     *
     * @return the version it has now
     * @throws org.partnershipfund.kernel.StaleStateException if the stored version is another by now
     */
    long store(Determination determination, long readVersion);

    /**
     * A determination and what rests on it.
     *
     * @param processes how many processes, without cancelled ones
     * @param bought what they are worth, all years with options
     */
    record Entry(Versioned<Determination> determination, long processes, Money bought) {}

    /** Which determinations are asked for. */
    record Filter(
            Optional<FiscalYear> year,
            Optional<String> kind,
            Optional<UUID> partner,
            Optional<String> area,
            Optional<Instant> modifiedAfter) {}
}
