package org.partnershipfund.allocation.opportunityindex;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;

/** All computations of index sets, as the core sees them; they are added and never changed. */
public interface Computations {

    /** How that set was computed; empty also for a set that was imported. */
    Optional<Computation> find(IndexSetId id);

    /** Whether a published scenario rests on that set. */
    boolean isPublic(IndexSetId id);

    /** Whether a published scenario rests on a set that was computed by that model. */
    boolean isPublic(IndexModelId model);

    /**
     * The computations in the order of their ids, for a list.
     *
     * @param publicOnly only those on which a published scenario rests
     * @param after only ids that sort behind this one
     * @param newerThan only those computed later than this, or published later if only those are asked for
     * @param limit at most that many
     */
    List<Computation> list(boolean publicOnly, Optional<IndexSetId> after, Optional<Instant> newerThan, int limit);

    /** What the schools got, in the order of their codes, behind {@code after}, at most {@code limit}. */
    List<SchoolNeed> schools(IndexSetId id, Optional<SchoolCode> after, int limit);

    /** Those whose pupils are there although their time is over. */
    List<IndexSetId> overdue(Instant now);

    /** Adds a computation of a set that was added before. */
    void add(Computation computation, List<SchoolNeed> schools);
}
