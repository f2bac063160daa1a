package org.partnershipfund.portfolio.search;

import java.util.List;
import java.util.Map;

/**
 * A page of what was found, and what there is.
 *
 * @param total how many programs match in all
 * @param counts by facet, how many programs have each word if the facet's own choice is set aside; most first
 */
public record SearchResult(List<FoundProgram> found, long total, Map<Facet, List<Count>> counts) {

    public SearchResult {
        found = List.copyOf(found);
        counts = Map.copyOf(counts);
    }

    /** How many programs have a word. */
    public record Count(String word, long programs) {}
}
