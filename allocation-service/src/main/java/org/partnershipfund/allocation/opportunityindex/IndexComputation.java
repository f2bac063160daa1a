package org.partnershipfund.allocation.opportunityindex;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.NobodyMeasured;
import org.partnershipfund.allocation.opportunityindex.Distribution.Scale;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.SchoolCode;

/**
 * From pupils to the index of schools: every pupil has a score per component, and a school has the mean of its pupils.
 *
 * <p>Whole billionths all the way, so the order of the files does not matter and the same files give the same bytes.
 * Memory grows with tracts and schools, never with pupils.
 *
 * <p>Source: docs/policy/opportunity-index.md §5.
 */
public final class IndexComputation {

    private static final int LOWEST = 10_000_000;
    private static final int HIGHEST = 990_000_000;
    private static final int PER_MILLIONTH = 1_000;

    private final IndexModel model;
    private final List<Factor> pupilFactors;
    private final List<Scale> pupilScales;
    private final Predicate<SchoolCode> scored;
    private final Map<String, Integer> tracts;
    private final SortedMap<SchoolCode, Tally> schools = new TreeMap<>();

    /**
     * A computation without pupils yet.
     *
     * @param peers all pupils that will be added, counted before
     * @param tracts the neighbourhood's score of every tract, in billionths
     */
    public IndexComputation(IndexModel model, Peers peers, Map<String, Integer> tracts) {
        this(model, peers.scales(), peers::areOf, tracts);
    }

    /**
     * A computation by scales that are known.
     *
     * @param pupilScales one per factor of {@code model.factors(false)}, in that order
     * @param scored whose pupils are scored; those of other schools are only counted
     */
    IndexComputation(
            IndexModel model, List<Scale> pupilScales, Predicate<SchoolCode> scored, Map<String, Integer> tracts) {
        this.model = model;
        this.scored = scored;
        this.pupilFactors = model.factors(false);
        this.pupilScales = List.copyOf(pupilScales);
        this.tracts = Map.copyOf(tracts);
        if (pupilScales.size() != pupilFactors.size()) {
            throw new IllegalArgumentException(
                    "%d scales for %d factors".formatted(pupilScales.size(), pupilFactors.size()));
        }
    }

    /**
     * The neighbourhood's score of every tract.
     *
     * @param values per tract, one per factor of {@code model.factors(true)}, in that order; null where it is missing,
     *     which {@link MissingRule#REFUSE} does not allow
     * @return in billionths
     */
    public static Map<String, Integer> scoreTracts(IndexModel model, Map<String, List<@Nullable Long>> values) {
        List<Factor> factors = model.factors(true);
        List<Distribution> peers = factors.stream().map(_ -> new Distribution()).toList();
        values.values().forEach(row -> {
            for (int i = 0; i < factors.size(); i++) {
                Long value = row.get(i);
                if (value != null && !peers.get(i).add(value)) {
                    throw new IllegalArgumentException("more tracts than a distribution can hold");
                }
            }
        });
        List<Scale> scales = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            scales.add(peers.get(i)
                    .scale(factors.get(i).normalisation(), factors.get(i).direction()));
        }
        Map<String, Integer> scores = new TreeMap<>();
        values.forEach((tract, row) -> {
            var mean = new Mean(model.missing());
            for (int i = 0; i < factors.size(); i++) {
                mean.add(factors.get(i), scales.get(i), row.get(i));
            }
            scores.put(tract, mean.score());
        });
        return scores;
    }

    /**
     * Counts one pupil.
     *
     * @param tract where the pupil lives; null where that is unknown
     * @param values one per factor of {@code model.factors(false)}, in that order; null where it is missing
     * @throws IllegalArgumentException if the tract is none of the district's
     */
    public void add(SchoolCode school, @Nullable String tract, @Nullable Long[] values) {
        Tally tally = schools.computeIfAbsent(school, _ -> new Tally());
        tally.pupils++;
        if (!scored.test(school)) {
            return;
        }
        int neighborhood = neighborhood(tract);
        var individual = new Mean(model.missing());
        var performance = new Mean(model.missing());
        for (int i = 0; i < values.length; i++) {
            Factor factor = pupilFactors.get(i);
            (factor.component() == Component.INDIVIDUAL ? individual : performance)
                    .add(factor, pupilScales.get(i), values[i]);
        }
        int ownIndividual = individual.score();
        int ownPerformance = performance.score();
        long weighted = (long) neighborhood
                        * model.weight(Component.NEIGHBORHOOD).millionths()
                + (long) ownIndividual * model.weight(Component.INDIVIDUAL).millionths()
                + (long) ownPerformance * model.weight(Component.PERFORMANCE).millionths();
        int index = Math.clamp(halfUp(weighted, Weight.WHOLE), LOWEST, HIGHEST);
        tally.add(neighborhood, ownIndividual, ownPerformance, index);
    }

    private int neighborhood(@Nullable String tract) {
        if (tract == null) {
            return Scale.MIDDLE;
        }
        Integer score = tracts.get(tract);
        if (score == null) {
            throw new IllegalArgumentException("no such tract: " + tract);
        }
        return score;
    }

    /**
     * What every school with at least one pupil gets: its own mean, or that of the pupils of all schools that have one
     * where its own pupils are too few to be shown.
     *
     * <p>Source: docs/policy/opportunity-index.md §6.
     */
    public Decision<List<SchoolNeed>> outcome() {
        long pupils = 0;
        long sum = 0;
        for (Tally tally : schools.values()) {
            if (tally.pupils >= SchoolNeed.SMALLEST_GROUP) {
                pupils += tally.pupils;
                sum += tally.index;
            }
        }
        if (pupils == 0) {
            return Decision.refuse(new NobodyMeasured());
        }
        IndexValue ofAllShown = published(sum, pupils);
        List<SchoolNeed> needs = new ArrayList<>();
        schools.forEach((school, tally) -> needs.add(
                tally.pupils >= SchoolNeed.SMALLEST_GROUP
                        ? new SchoolNeed.Measured(tally.result(school))
                        : new SchoolNeed.TooFewPupils(school, ofAllShown)));
        return Decision.accept(List.copyOf(needs));
    }

    /** Every school with at least one pupil, however few. */
    List<ComputedIndex> results() {
        return schools.entrySet().stream()
                .map(entry -> entry.getValue().result(entry.getKey()))
                .toList();
    }

    /** The weighted mean of a component's factors for one pupil or tract. */
    private static final class Mean {
        private final MissingRule missing;
        private long sum;
        private int weights;

        Mean(MissingRule missing) {
            this.missing = missing;
        }

        void add(Factor factor, Scale scale, @Nullable Long value) {
            if (value != null) {
                add(factor, scale.score(value));
                return;
            }
            switch (missing) {
                case REFUSE -> throw new IllegalArgumentException("the value of %s is missing".formatted(factor.key()));
                case MIDDLE -> add(factor, Scale.MIDDLE);
                case LEAVE_OUT -> {}
            }
        }

        private void add(Factor factor, int score) {
            sum += (long) score * factor.weight().millionths();
            weights += factor.weight().millionths();
        }

        int score() {
            return weights == 0 ? Scale.MIDDLE : halfUp(sum, weights);
        }
    }

    /** Sums of one school. */
    private static final class Tally {
        private long pupils;
        private long neighborhood;
        private long individual;
        private long performance;
        private long index;

        void add(int ofNeighborhood, int ofIndividual, int ofPerformance, int ofIndex) {
            neighborhood += ofNeighborhood;
            individual += ofIndividual;
            performance += ofPerformance;
            index += ofIndex;
        }

        ComputedIndex result(SchoolCode school) {
            Map<Component, Integer> components = new EnumMap<>(Component.class);
            components.put(Component.NEIGHBORHOOD, mean(neighborhood));
            components.put(Component.INDIVIDUAL, mean(individual));
            components.put(Component.PERFORMANCE, mean(performance));
            return new ComputedIndex(school, pupils, components, mean(index), published(index, pupils));
        }

        private int mean(long sum) {
            return halfUp(sum, pupils);
        }
    }

    /** To two decimals from the sum itself: rounding twice would move 0.444999... up. */
    private static IndexValue published(long sum, long pupils) {
        int hundredths =
                halfUp(BigInteger.valueOf(sum), BigInteger.valueOf(pupils).multiply(BigInteger.valueOf(LOWEST)));
        return new IndexValue(hundredths * 10 * PER_MILLIONTH);
    }

    private static int halfUp(long of, long by) {
        return Math.toIntExact((of + by / 2) / by);
    }

    private static int halfUp(BigInteger of, BigInteger by) {
        return of.shiftLeft(1).add(by).divide(by.shiftLeft(1)).intValueExact();
    }
}
