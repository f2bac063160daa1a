package org.partnershipfund.approval.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All assignments. */
public interface Assignments {

    /** The assignment, to look at. */
    Optional<Versioned<Assignment>> find(AssignmentId id);

    /**
     * Assignments in the order of their ids.
     *
     * @param schools only those that have one of these; empty for all
     */
    List<Versioned<Assignment>> list(
            Optional<Set<SchoolCode>> schools,
            Optional<AssignmentId> after,
            Optional<Instant> modifiedAfter,
            int limit);

    /**
     * Stores the assignment as the successor of the version it was read with.
     *
     * @param readVersion 0 for a new assignment
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(Assignment assignment, long readVersion);
}
