package org.partnershipfund.approval.council;

import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All associates of all councils. */
public interface Associates {

    /** The associate, to look at. */
    Optional<Versioned<Associate>> find(AssociateId id);

    /** Everybody who is, was or will be an associate of the school's council, in the order of their ids. */
    List<Versioned<Associate>> list(SchoolCode school, Optional<AssociateId> after, int limit);

    /** All of them, of which a council has few. */
    List<Associate> of(SchoolCode school);

    /**
     * Stores the associate as the successor of the version it was read with.
     *
     * @param readVersion 0 for a new one
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(Associate associate, long readVersion);
}
