package org.partnershipfund.approval.matching;

import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** The needs of all schools, one statement per school and year. */
public interface NeedsOfSchools {

    /** What the school said for that year, if it said anything. */
    Optional<Versioned<SchoolNeeds>> find(SchoolCode school, FiscalYear year);

    /** Waits until nobody else says something for the school and year, until the end of the transaction. */
    void hold(SchoolCode school, FiscalYear year);

    /**
     * Stores the needs as the successor of the version they were read with.
     *
     * @param readVersion 0 for the first of a school and year
     * @return the version they have now
     * @throws StaleStateException if the stored version is another
     */
    long store(SchoolNeeds needs, long readVersion);
}
