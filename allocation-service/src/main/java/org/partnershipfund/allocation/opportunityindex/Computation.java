package org.partnershipfund.allocation.opportunityindex;

import java.time.Instant;
import java.util.Optional;

/**
 * How an index set was computed; it never changes.
 *
 * @param title the set that came of it; the computation has the same id
 * @param pupils of all schools that show a value of their own
 * @param studentsDigest SHA-256 of the pupils' file, in hexadecimal
 * @param resultDigest SHA-256 of {@link ResultBytes}, in hexadecimal: the same inputs give the same
 * @param keptUntil until when the pupils are kept; none if they were not
 */
public record Computation(
        IndexSet.Title title,
        IndexModelId model,
        TractSetId tracts,
        long pupils,
        String studentsDigest,
        String resultDigest,
        Optional<Instant> keptUntil) {

    /** Whether the pupils are still kept at that instant. */
    public boolean keepsStudents(Instant at) {
        return keptUntil.filter(at::isBefore).isPresent();
    }
}
