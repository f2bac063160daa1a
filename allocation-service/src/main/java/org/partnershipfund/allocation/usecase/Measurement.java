package org.partnershipfund.allocation.usecase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.TractFactorMissing;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.TractValueMissing;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.TractValueNotPossible;
import org.partnershipfund.allocation.opportunityindex.Factor;
import org.partnershipfund.allocation.opportunityindex.IndexComputation;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.Millionths;
import org.partnershipfund.allocation.opportunityindex.MissingRule;
import org.partnershipfund.allocation.opportunityindex.Peers;
import org.partnershipfund.allocation.opportunityindex.TractSet;
import org.partnershipfund.kernel.RefusedException;

/** A model at work on one set of tracts: counts pupils first, so that each can be compared to all, and scores them then. */
final class Measurement {

    private final IndexModel model;
    private final Map<String, Integer> tracts;
    private final Peers peers;

    /**
     * Begins.
     *
     * @throws RefusedException if the tracts do not have what the model measures
     */
    Measurement(IndexModel model, TractSet set) {
        this.model = model;
        this.tracts = IndexComputation.scoreTracts(model, valuesFor(model, set));
        this.peers = new Peers(model);
    }

    /** The neighbourhood's score of every tract, in billionths. */
    Map<String, Integer> tracts() {
        return tracts;
    }

    /** Who is compared to whom; filled before {@link #computation} is asked for. */
    Peers peers() {
        return peers;
    }

    /** The computation by the scores among those who were counted. */
    IndexComputation computation() {
        return new IndexComputation(model, peers, tracts);
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
