package org.partnershipfund.approval.council;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** What schools reported of their councils, by school year. */
public interface CouncilYears {

    /** By when councils are elected and meet in that school year. */
    CouncilCalendar calendar(FiscalYear year);

    /** The school's year; with version 0 if nothing was reported. */
    Versioned<CouncilYear> of(SchoolCode school, FiscalYear year);

    /**
     * The year of every school that has a council or an allocation, by school code.
     *
     * @param schools only these; empty for all
     */
    List<Versioned<CouncilYear>> list(
            FiscalYear year, Optional<Set<SchoolCode>> schools, Optional<SchoolCode> after, int limit);

    /**
     * Stores what was reported as the successor of the version it was read with.
     *
     * @param readVersion 0 if nothing was reported before
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(CouncilYear reported, Person by, long readVersion);
}
