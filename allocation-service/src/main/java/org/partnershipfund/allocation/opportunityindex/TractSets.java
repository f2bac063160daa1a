package org.partnershipfund.allocation.opportunityindex;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All sets of census tracts, as the core sees them; they are added and never changed. */
public interface TractSets {

    /** The set with all its values. */
    Optional<TractSet> find(TractSetId id);

    /** The set's title and how many tracts it has, without its values. */
    Optional<Counted> count(TractSetId id);

    /** A set without its values. */
    record Counted(TractSet.Title title, long tracts) {}

    /** Which set has that name. */
    Optional<TractSet.Title> findByName(String name);

    /**
     * The titles in the order of their ids, for a list.
     *
     * @param after only ids that sort behind this one
     * @param importedAfter only sets that were imported later than this
     * @param limit at most that many
     */
    List<TractSet.Title> list(Optional<TractSetId> after, Optional<Instant> importedAfter, int limit);

    /** Holds the names until the end of the transaction: who else wants to import waits. */
    void holdNames();

    /** Adds a set whose id and name are new. */
    void add(TractSet set);
}
