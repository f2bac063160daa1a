package org.partnershipfund.allocation.opportunityindex;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.kernel.SchoolCode;

/**
 * The Opportunity Index of all schools, as one import brought it; it never changes.
 *
 * @param title which set this is
 * @param values per school; at least one
 */
public record IndexSet(Title title, SortedMap<SchoolCode, IndexValue> values) {

    public IndexSet {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an index set has at least one school");
        }
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /**
     * Which set an index set is.
     *
     * @param name unique; what people call it
     * @param importedAt on the district clock
     */
    public record Title(IndexSetId id, String name, Provenance provenance, Instant importedAt) {}
}
