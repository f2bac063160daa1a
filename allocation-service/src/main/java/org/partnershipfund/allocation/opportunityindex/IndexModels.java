package org.partnershipfund.allocation.opportunityindex;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All versions of all index models, as the core sees them; they are added and never changed. */
public interface IndexModels {

    /** The model with its factors. */
    Optional<IndexModel> find(IndexModelId id);

    /** The newest version of that name; 0 if there is none. */
    int newestVersion(String name);

    /**
     * The models in the order of their ids, for a list.
     *
     * @param publicOnly only those by which a set was computed on which a published scenario rests
     * @param after only ids that sort behind this one
     * @param newerThan only models that were made later than this, or became public later if only those are asked for
     * @param limit at most that many
     */
    List<IndexModel> list(boolean publicOnly, Optional<IndexModelId> after, Optional<Instant> newerThan, int limit);

    /** Holds the names until the end of the transaction: who else wants to make a version waits. */
    void holdNames();

    /** Adds a model whose id, and whose name and version, are new. */
    void add(IndexModel model);
}
