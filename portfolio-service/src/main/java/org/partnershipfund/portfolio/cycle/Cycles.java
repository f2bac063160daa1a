package org.partnershipfund.portfolio.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;

/** All cycles, as the core sees them; one that was added never changes. */
public interface Cycles {

    /** The cycle of that id. */
    Optional<Cycle> find(CycleId id);

    /** All cycles of that fiscal year, by the time of announcing. */
    List<Cycle> of(FiscalYear year);

    /** Cycles in the order of their ids, behind {@code after} and announced after that, at most {@code limit}. */
    List<Cycle> list(Optional<FiscalYear> year, Optional<CycleId> after, Optional<Instant> announcedAfter, int limit);

    /** Holds a year's cycles until the end of the transaction: who else wants to announce one waits. */
    void hold(FiscalYear year);

    /** Keeps a new cycle. */
    void add(Cycle cycle);
}
