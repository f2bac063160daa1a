package org.partnershipfund.allocation.school;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** All schools, as the core sees them. */
public interface Schools {

    /** The school of that code, if it was imported. */
    Optional<Versioned<School>> find(SchoolCode code);

    /** Every school by code. */
    SortedMap<SchoolCode, School> all();

    /**
     * Schools by code, for a list.
     *
     * @param after only codes that sort behind this one
     * @param modifiedAfter only schools added, corrected or counted later than this
     * @param limit at most that many
     */
    List<Versioned<School>> list(Optional<SchoolCode> after, Optional<Instant> modifiedAfter, int limit);

    /** Adds the schools that are new and corrects those that differ; the others keep their version. */
    void keep(Collection<School> schools, Instant at);

    /** Says that what is known about these schools changed then, such as their pupils, even if they themselves did not. */
    void touch(Collection<SchoolCode> codes, Instant at);

    /** Holds the roll until the end of the transaction: who else wants to import waits. */
    void holdRoll();

    /**
     * Holds these schools until the end of the transaction, in order of code, so that what is said about one school
     * is said in the order in which it becomes true.
     */
    void hold(Collection<SchoolCode> codes);
}
