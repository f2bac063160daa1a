package org.partnershipfund.allocation.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.TractFactorMissing;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.TractValueMissing;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.TractValueNotPossible;
import org.partnershipfund.allocation.opportunityindex.Distribution;
import org.partnershipfund.allocation.opportunityindex.Distribution.Scale;
import org.partnershipfund.allocation.opportunityindex.Factor;
import org.partnershipfund.allocation.opportunityindex.IndexComputation;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.Millionths;
import org.partnershipfund.allocation.opportunityindex.MissingRule;
import org.partnershipfund.allocation.opportunityindex.TractSet;
import org.partnershipfund.kernel.RefusedException;

/** A model at work on one set of tracts: counts pupils first, so that each can be compared to all, and scores them then. */
final class Measurement {

    private final IndexModel model;
    private final List<Factor> factors;
    private final Map<String, Integer> tracts;
    private final List<Distribution> peers;

    /**
     * Begins.
     *
     * @throws RefusedException if the tracts do not have what the model measures
     */
    Measurement(IndexModel model, TractSet set) {
        this.model = model;
        this.factors = model.factors(false);
        this.tracts = IndexComputation.scoreTracts(model, valuesFor(model, set));
        this.peers = factors.stream().map(_ -> new Distribution()).toList();
    }

    /** The neighbourhood's score of every tract, in billionths. */
    Map<String, Integer> tracts() {
        return tracts;
    }

    /**
     * Counts one pupil among the peers.
     *
     * @return the factor that has more different values than it can have, if one has
     */
    Optional<Factor> count(@Nullable Long[] values) {
        for (int i = 0; i < values.length; i++) {
            Long value = values[i];
            if (value != null && !peers.get(i).add(value)) {
                return Optional.of(factors.get(i));
            }
        }
        return Optional.empty();
    }

    /** The computation by the scores among those who were counted. */
    IndexComputation computation() {
        List<Scale> scales = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            scales.add(peers.get(i)
                    .scale(factors.get(i).normalisation(), factors.get(i).direction()));
        }
        return new IndexComputation(model, scales, tracts);
    }

    /** The columns that the model wants, in its order. */
    private static Map<String, List<@Nullable Long>> valuesFor(IndexModel model, TractSet set) {
        List<Factor> wanted = model.factors(true);
        List<Integer> places = new ArrayList<>();
        for (Factor factor : wanted) {
            int place = set.title().factors().indexOf(factor.key());
            if (place < 0) {
                throw new RefusedException(new TractFactorMissing(set.title().name(), factor.key()));
            }
            places.add(place);
        }
        Map<String, List<@Nullable Long>> values = new LinkedHashMap<>();
        set.values().forEach((geoid, row) -> {
            List<@Nullable Long> own = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                own.add(possible(model, geoid, wanted.get(i), row.get(places.get(i))));
            }
            values.put(geoid, own);
        });
        return values;
    }

    private static @Nullable Long possible(IndexModel model, String geoid, Factor factor, @Nullable Long value) {
        if (value == null && model.missing() == MissingRule.REFUSE) {
            throw new RefusedException(new TractValueMissing(geoid, factor.key()));
        }
        if (value != null && !factor.admits(value)) {
            throw new RefusedException(
                    new TractValueNotPossible(geoid, factor.key(), Millionths.decimal(value), factor.range()));
        }
        return value;
    }
}
