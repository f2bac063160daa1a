package org.partnershipfund.portfolio.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.portfolio.cycle.CycleId;

/** All editions, as the core sees them; one that was added never changes. */
public interface Editions {

    /** The edition with its document. */
    Optional<Edition> find(EditionId id);

    /** The newest of a cycle; who else wants to publish one for it waits until the end of the transaction. */
    Optional<Edition.Title> holdNewest(CycleId cycle);

    /** Editions in the order of their ids, behind {@code after}, published after that, at most {@code limit}. */
    List<Edition.Title> list(
            Optional<CycleId> cycle, Optional<EditionId> after, Optional<Instant> publishedAfter, int limit);

    /** Keeps a new edition. */
    void add(Edition edition);
}
