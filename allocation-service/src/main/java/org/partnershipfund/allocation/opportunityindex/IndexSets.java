package org.partnershipfund.allocation.opportunityindex;

import java.util.List;
import java.util.Optional;

/** All index sets, as the core sees them; they are added and never changed. */
public interface IndexSets {

    /** The set with all its values. */
    Optional<IndexSet> find(IndexSetId id);

    /** Which set has that name. */
    Optional<IndexSet.Title> findByName(String name);

    /** The titles in the order of their ids, behind {@code after}, at most {@code limit}. */
    List<IndexSet.Title> list(Optional<IndexSetId> after, int limit);

    /** Holds the names until the end of the transaction: who else wants to import waits. */
    void holdNames();

    /** Adds a set whose id and name are new. */
    void add(IndexSet set);
}
