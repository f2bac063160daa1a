package org.partnershipfund.allocation.opportunityindex;

import java.util.Map;
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

    public ComputedIndex {
        components = Map.copyOf(components);
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
