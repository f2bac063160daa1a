package org.partnershipfund.allocation.revision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All revisions, as the core sees them. Whoever changes one holds its fund first. */
public interface Revisions {

    /** The revision. */
    Optional<Versioned<Revision>> find(RevisionId id);

    /** The revisions of the fund that the ledger has not answered, in the order of their ids. */
    List<Revision.Proposed> open(FundId fund);

    /** The accepted revisions of these funds, in the order in which they were accepted. */
    List<Revision.Accepted> accepted(Collection<FundId> funds);

    /**
     * The revisions of one fund in the order of their ids, for a list.
     *
     * @param acceptedOnly whether to leave out those that changed nothing
     * @param after only ids that sort behind this one
     * @param changedAfter only revisions that became what they are later than this
     * @param limit at most that many
     */
    List<Versioned<Revision>> list(
            FundId fund, boolean acceptedOnly, Optional<RevisionId> after, Optional<Instant> changedAfter, int limit);

    /**
     * Stores the revision as the successor of the version it was read with.
     *
     * @param readVersion 0 for a revision that is new
     * @return the version it has now
     * @throws StaleStateException if the stored version is no longer {@code readVersion}
     */
    long store(Revision revision, long readVersion);
}
