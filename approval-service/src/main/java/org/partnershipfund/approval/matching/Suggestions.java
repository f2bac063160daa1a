package org.partnershipfund.approval.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All suggestions. */
public interface Suggestions {

    /** The suggestion, to look at or to change. */
    Optional<Versioned<Suggestion>> find(SuggestionId id);

    /** The one of that program to that school for that year that is not withdrawn; nobody adds another meanwhile. */
    Optional<SuggestionId> holdStanding(SchoolCode school, FiscalYear year, ProgramId program);

    /** The suggestions to a school in the order in which they were made, behind {@code after}, at most {@code limit}. */
    List<Versioned<Suggestion>> list(Filter filter, Optional<SuggestionId> after, int limit);

    /** Which suggestions a list has. */
    record Filter(SchoolCode school, Optional<FiscalYear> year, Optional<Instant> modifiedAfter) {}

    /**
     * Stores the suggestion as the successor of the version it was read with.
     *
     * @param readVersion 0 for a new one
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(Suggestion suggestion, long readVersion);
}
