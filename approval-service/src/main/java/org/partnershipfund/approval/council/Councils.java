package org.partnershipfund.approval.council;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All councils, by school. */
public interface Councils {

    /**
     * Holds the school's council until the end of the transaction, whether it has one or not: who is seated and who is named an
     * associate are decided one after the other. To be called before anything of it is read.
     */
    void hold(SchoolCode school);

    /** The school's council, to look at. */
    Optional<Versioned<Council>> find(SchoolCode school);

    /**
     * Councils by school code.
     *
     * @param schools only these; empty for all
     * @param after only codes that sort behind this one
     */
    List<Versioned<Council>> list(
            Optional<Set<SchoolCode>> schools, Optional<SchoolCode> after, Optional<Instant> modifiedAfter, int limit);

    /**
     * Stores the council as the successor of the version it was read with.
     *
     * @param readVersion 0 for a new council
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(Council council, long readVersion, Instant at);
}
