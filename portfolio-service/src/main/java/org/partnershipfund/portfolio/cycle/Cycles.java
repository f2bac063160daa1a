package org.partnershipfund.portfolio.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;

/** All cycles, as the core sees them; one that was added never changes. */
public interface Cycles {

    /** The cycle of that id. */
    Optional<Cycle> find(CycleId id);

    /** The cycle of that year and name. */
    Optional<CycleId> find(FiscalYear year, String name);

    /** Cycles in the order of their ids, behind {@code after} and announced after that, at most {@code limit}. */
    List<Cycle> list(Optional<FiscalYear> year, Optional<CycleId> after, Optional<Instant> announcedAfter, int limit);

    /** Holds the names of a year's cycles until the end of the transaction: who else wants to announce one waits. */
    void holdNames(FiscalYear year);

    /** Keeps a new cycle. */
    void add(Cycle cycle);
}
