package org.partnershipfund.approval.council;

import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All meetings. */
public interface Meetings {

    /** The meeting, to look at. */
    Optional<Versioned<Meeting>> find(MeetingId id);

    /** The meeting, held until the end of the transaction. */
    Optional<Versioned<Meeting>> hold(MeetingId id);

    /** A school's meetings in the order in which they were posted. */
    List<Versioned<Meeting>> list(SchoolCode school, Optional<MeetingId> after, int limit);

    /**
     * Stores the meeting as the successor of the version it was read with.
     *
     * @param readVersion 0 for a new meeting
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(Meeting meeting, long readVersion);
}
