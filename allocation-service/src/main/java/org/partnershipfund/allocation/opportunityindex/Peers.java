package org.partnershipfund.allocation.opportunityindex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.Distribution.Scale;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Among whom a pupil is scored: the pupils of all schools that show something of their own. Those of smaller schools are
 * nobody's peers, or what the others show would tell something of them.
 *
 * <p>Counted in one pass: the values of a school's first pupils wait until it has enough of them. Memory grows with
 * schools and with different values, never with pupils.
 *
 * <p>Source: docs/policy/opportunity-index.md §3 and §6.2.
 */
public final class Peers {

    private final List<Factor> factors;
    private final List<Distribution> seen;
    private final Map<SchoolCode, List<@Nullable Long[]>> waiting = new HashMap<>();
    private final Set<SchoolCode> counted = new HashSet<>();

    /** Nobody yet, for the factors that the model measures by pupil. */
    public Peers(IndexModel model) {
        this.factors = model.factors(false);
        this.seen = factors.stream().map(_ -> new Distribution()).toList();
    }

    /**
     * Counts one pupil.
     *
     * @param values one per factor of {@code model.factors(false)}, in that order; null where it is missing
     * @return the factor that has more different values than any indicator has, if one has; then the upload is of no use
     */
    public Optional<Factor> add(SchoolCode school, @Nullable Long[] values) {
        if (counted.contains(school)) {
            return count(values);
        }
        List<@Nullable Long[]> first = waiting.computeIfAbsent(school, _ -> new ArrayList<>());
        first.add(values);
        if (first.size() < SchoolNeed.SMALLEST_GROUP) {
            return Optional.empty();
        }
        waiting.remove(school);
        counted.add(school);
        return first.stream().map(this::count).flatMap(Optional::stream).findFirst();
    }

    private Optional<Factor> count(@Nullable Long[] values) {
        for (int i = 0; i < values.length; i++) {
            Long value = values[i];
            if (value != null && !seen.get(i).add(value)) {
                return Optional.of(factors.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether the school has enough pupils, so that they are scored. */
    boolean areOf(SchoolCode school) {
        return counted.contains(school);
    }

    /** One per factor that the model measures by pupil, in that order. */
    List<Scale> scales() {
        List<Scale> scales = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            scales.add(seen.get(i)
                    .scale(factors.get(i).normalisation(), factors.get(i).direction()));
        }
        return scales;
    }
}
