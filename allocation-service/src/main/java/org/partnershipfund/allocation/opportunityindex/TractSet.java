package org.partnershipfund.allocation.opportunityindex;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the district's census tracts, as one import brought it; it never changes.
 *
 * @param title which set this is
 * @param values per tract, one per factor of {@code title.factors()}, in that order, in millionths; null where the file
 *     had an empty cell; at least one tract
 */
public record TractSet(Title title, SortedMap<String, List<@Nullable Long>> values) {

    /** A census tract as the Census Bureau numbers it: state, county, tract; eleven digits. */
    public static final Pattern GEOID = Pattern.compile("[0-9]{11}");

    public TractSet {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a tract set has at least one tract");
        }
        SortedMap<String, List<@Nullable Long>> copy = new TreeMap<>();
        values.forEach((tract, row) -> {
            if (row.size() != title.factors().size()) {
                throw new IllegalArgumentException("tract %s has %d values for %d factors"
                        .formatted(tract, row.size(), title.factors().size()));
            }
            copy.put(tract, Collections.unmodifiableList(new ArrayList<>(row)));
        });
        values = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Which set a tract set is.
     *
     * @param name unique; what people call it
     * @param source who made the numbers, from which data
     * @param asOf the day for which the numbers hold, such as the last of a census survey
     * @param factors the keys that the file brought, in its order
     * @param digest SHA-256 of the file's bytes, in hexadecimal
     * @param importedAt on the district clock
     */
    public record Title(
            TractSetId id,
            String name,
            String source,
            LocalDate asOf,
            List<String> factors,
            String digest,
            Instant importedAt) {

        public Title {
            factors = List.copyOf(factors);
        }
    }
}
