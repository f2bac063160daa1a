package org.partnershipfund.portfolio.search;

import java.util.Optional;

/** Search over all registered programs (catalogue §4). */
public interface ProgramFinder {

    /** What matches, in the query's order, behind {@code after}, at most {@code limit}, with all facets counted. */
    SearchResult find(ProgramQuery query, Optional<FoundProgram.Key> after, int limit);
}
