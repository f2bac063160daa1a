package org.partnershipfund.approval.council;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All motions. */
public interface Motions {

    /**
     * Which motions are asked for.
     *
     * @param schools only of these; empty for all
     * @param selection only about this one
     * @param result only with this result, such as {@code blocked}, or {@code open}
     * @param accountOwed only those for which the principal owes an account
     */
    record Filter(
            Optional<Set<SchoolCode>> schools,
            Optional<UUID> selection,
            Optional<String> result,
            boolean accountOwed) {}

    /** The motion, to look at. */
    Optional<Versioned<Motion>> find(MotionId id);

    /** The motion, held until the end of the transaction. */
    Optional<Versioned<Motion>> hold(MotionId id);

    /** Which meeting it belongs to, without reading more of it. */
    Optional<MeetingId> meeting(MotionId id);

    /** The motions about one selection, in the order in which they were opened. */
    List<Versioned<Motion>> about(UUID selection);

    /** The motions of one meeting, in the order in which they were opened. */
    List<Versioned<Motion>> of(MeetingId meeting);

    /** Motions in the order in which they were opened. */
    List<Versioned<Motion>> list(Filter filter, Optional<MotionId> after, int limit);

    /**
     * Stores the motion as the successor of the version it was read with.
     *
     * @param readVersion 0 for a new motion
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(Motion motion, long readVersion);
}
