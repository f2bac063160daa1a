package org.partnershipfund.allocation.opportunityindex;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.ComponentWeightsDoNotAddUp;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.FactorIsAKeyColumn;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.FactorTwice;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.FactorWeightsDoNotAddUp;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.NothingAdmitted;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.NothingMeasured;
import org.partnershipfund.kernel.Decision;

/**
 * How the district measures need: which factors, how they are made comparable, and how much each counts. A version never
 * changes; the weights are the district's decision and carry who decided.
 *
 * <p>Source: docs/policy/opportunity-index.md §2.
 *
 * @param name what people call the model
 * @param version 1, 2, ... of that name
 * @param decidedBy who decided about factors and weights, and by what
 * @param illustrative whether it only shows how things work; then everything that is computed by it says so
 * @param weights per component; they add up to 1
 * @param factors at least one per component that has a weight; of each component the weights add up to 1
 */
public record IndexModel(
        IndexModelId id,
        String name,
        int version,
        String decidedBy,
        boolean illustrative,
        Map<Component, Weight> weights,
        List<Factor> factors,
        MissingRule missing,
        Instant madeAt) {

    /** The columns that say who and where, in the files of pupils and of tracts. */
    private static final Set<String> KEY_COLUMNS = Set.of("student_key", "school_code", "tract_geoid");

    public IndexModel {
        weights = Map.copyOf(weights);
        factors = List.copyOf(factors);
    }

    /**
     * Makes a version, or says what does not add up.
     *
     * @param factors in the order in which their columns and explanations are shown
     */
    public static Decision<IndexModel> make(
            IndexModelId id,
            String name,
            int version,
            String decidedBy,
            boolean illustrative,
            Map<Component, Weight> weights,
            List<Factor> factors,
            MissingRule missing,
            Instant at) {
        Set<String> keys = new HashSet<>();
        for (Factor factor : factors) {
            if (KEY_COLUMNS.contains(factor.key())) {
                return Decision.refuse(new FactorIsAKeyColumn(factor.key()));
            }
            if (!keys.add(factor.key())) {
                return Decision.refuse(new FactorTwice(factor.key()));
            }
            if (factor.lowest() != null && factor.highest() != null && factor.lowest() > factor.highest()) {
                return Decision.refuse(new NothingAdmitted(
                        factor.key(), Millionths.decimal(factor.lowest()), Millionths.decimal(factor.highest())));
            }
        }
        int components = weights.values().stream().mapToInt(Weight::millionths).sum();
        if (components != Weight.WHOLE) {
            return Decision.refuse(new ComponentWeightsDoNotAddUp(components));
        }
        Map<Component, Integer> sums = new EnumMap<>(Component.class);
        factors.forEach(factor -> sums.merge(factor.component(), factor.weight().millionths(), Integer::sum));
        for (Component component : Component.values()) {
            boolean counts = weights.getOrDefault(component, new Weight(0)).millionths() > 0;
            Integer sum = sums.get(component);
            if (counts && sum == null) {
                return Decision.refuse(new NothingMeasured(component));
            }
            if (sum != null && sum != Weight.WHOLE) {
                return Decision.refuse(new FactorWeightsDoNotAddUp(component, sum));
            }
        }
        return Decision.accept(
                new IndexModel(id, name, version, decidedBy, illustrative, weights, factors, missing, at));
    }

    /** The factors that are known per census tract, or those that are known per pupil. */
    public List<Factor> factors(boolean byTract) {
        return factors.stream()
                .filter(factor -> factor.component().isByTract() == byTract)
                .toList();
    }

    /** Whether anything is measured of a component; if not, its score is the middle for everybody and means nothing. */
    public boolean measures(Component component) {
        return factors.stream().anyMatch(factor -> factor.component() == component);
    }

    /** What a component counts; 0 if the model does not name it. */
    public Weight weight(Component component) {
        return weights.getOrDefault(component, new Weight(0));
    }
}
