package org.partnershipfund.allocation.opportunityindex;

import java.util.Map;
import java.util.OptionalInt;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What a computation found for one school.
 *
 * @param pupils counted there
 * @param components mean of its pupils per component, in billionths
 * @param exact mean of its pupils' index, in billionths
 * @param published the same to two decimals, half up
 */
public record ComputedIndex(
        SchoolCode school, long pupils, Map<Component, Integer> components, int exact, IndexValue published) {

    /**
     * A school of fewer pupils than this shows no component: with up to 100 pupils two decimals count the pupils of an
     * indicator one by one, with up to 200 they do so at some values, and always where nobody has it.
     */
    public static final int SMALLEST_BREAKDOWN = 201;

    private static final long WHOLE = 1_000_000_000;

    public ComputedIndex {
        components = Map.copyOf(components);
    }

    /**
     * The mean of one component to two decimals, half up, in hundredths, if it can be shown without counting a group of
     * few pupils: in a school that is large enough, and at least ten pupils away from both ends. If a single yes or no
     * is measured, the means that are left out are those of a group of fewer than ten.
     *
     * <p>Source: docs/policy/opportunity-index.md §5.4.
     */
    public OptionalInt shown(Component component) {
        long mean = component(component);
        long few = SchoolNeed.SMALLEST_GROUP * WHOLE;
        // The mean is rounded by at most half a billionth; with that of each pupil, ten of them are ten.
        boolean counts =
                pupils < SMALLEST_BREAKDOWN || mean * pupils + pupils < few || (WHOLE - mean) * pupils + pupils < few;
        return counts ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact((mean + WHOLE / 200) / (WHOLE / 100)));
    }

    /** The mean of one component, in billionths. */
    public int component(Component component) {
        Integer mean = components.get(component);
        if (mean == null) {
            throw new IllegalArgumentException("nothing was computed for " + component);
        }
        return mean;
    }
}
