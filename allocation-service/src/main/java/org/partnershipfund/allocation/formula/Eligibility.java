package org.partnershipfund.allocation.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.partnershipfund.allocation.formula.FormulaRefusal.MorePlacesThanSchools;
import org.partnershipfund.allocation.formula.FormulaRefusal.NobodyEligible;
import org.partnershipfund.allocation.formula.FormulaRefusal.TaperAboveEverybody;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Decision;

/**
 * Which schools the fund serves: always the front part of the ranking by need.
 *
 * <p>Source: docs/policy/allocation.md §2 "Who is eligible".
 */
public sealed interface Eligibility {

    /**
     * The schools of the greatest need, a fixed number of them; {@link Candidate#BY_NEED} settles ties.
     *
     * @param schools how many; at least one
     */
    record TopN(int schools) implements Eligibility {
        public TopN {
            if (schools < 1) {
                throw new IllegalArgumentException("a fund serves at least one school, not " + schools);
            }
        }
    }

    /** Every school whose index is at least this; the value itself is in. */
    record Threshold(IndexValue atLeast) implements Eligibility {}

    /**
     * The schools of the greatest need, until they have that part of all pupils; the school that reaches it is in.
     *
     * @param millionths 1 to 1,000,000
     */
    record TopShareOfPupils(int millionths) implements Eligibility {

        private static final int ALL = 1_000_000;
        private static final Pattern DECIMAL = Pattern.compile("[01](\\.[0-9]{1,6})?");

        public TopShareOfPupils {
            if (millionths < 1 || millionths > ALL) {
                throw new IllegalArgumentException(
                        "a share of the pupils is 0.000001 to 1, not %s millionths".formatted(millionths));
            }
        }

        /** Reads a plain decimal such as {@code "0.5"}; empty if it is none, nothing, or more than 1. */
        public static Optional<TopShareOfPupils> parse(String text) {
            if (!DECIMAL.matcher(text).matches()) {
                return Optional.empty();
            }
            int millionths = new BigDecimal(text).movePointRight(6).intValueExact();
            return millionths < 1 || millionths > ALL
                    ? Optional.empty()
                    : Optional.of(new TopShareOfPupils(millionths));
        }

        /** The wire form, with no more zeros at the end than needed: {@code "0.5"}. */
        public String decimal() {
            BigDecimal shortest = BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
            return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
        }

        /** The same in percent. */
        private String percent() {
            return BigDecimal.valueOf(millionths, 4).stripTrailingZeros().toPlainString() + "%";
        }

        private boolean isReachedBy(long pupils, long all) {
            return Math.multiplyExact(pupils, (long) ALL) >= Math.multiplyExact(all, (long) millionths);
        }
    }

    /**
     * Every school above an index, and its pupils weigh the more the higher the index is: nobody loses everything by a
     * hair.
     *
     * @param from the index up to which nobody is served
     * @param to the index from which on a pupil weighs in full; higher than {@code from}
     */
    record Taper(IndexValue from, IndexValue to) implements Eligibility {
        public Taper {
            if (from.compareTo(to) >= 0) {
                throw new IllegalArgumentException("a taper goes upwards, not from %s to %s".formatted(from, to));
            }
        }

        /** How far the index is on its way from 0 to {@link #width()}, in millionths of the index. */
        int way(IndexValue index) {
            return Math.clamp((long) index.millionths() - from.millionths(), 0, width());
        }

        /** All the way. */
        int width() {
            return to.millionths() - from.millionths();
        }
    }

    /**
     * How many schools at the front of the ranking are served.
     *
     * @param ranking schools with pupils, by need; at least one
     */
    default Decision<Integer> cut(List<Candidate> ranking) {
        return switch (this) {
            case TopN(int schools) ->
                schools <= ranking.size()
                        ? Decision.accept(schools)
                        : Decision.refuse(new MorePlacesThanSchools(schools, ranking.size()));
            case Threshold(IndexValue atLeast) -> {
                int reached = count(ranking, atLeast);
                yield reached > 0
                        ? Decision.accept(reached)
                        : Decision.refuse(
                                new NobodyEligible(atLeast, ranking.getFirst().index()));
            }
            case TopShareOfPupils share -> Decision.accept(reaching(ranking, share));
            case Taper(IndexValue from, var _) -> {
                int above = (int) ranking.stream()
                        .filter(school -> school.index().compareTo(from) > 0)
                        .count();
                yield above > 0
                        ? Decision.accept(above)
                        : Decision.refuse(
                                new TaperAboveEverybody(from, ranking.getFirst().index()));
            }
        };
    }

    private static int count(List<Candidate> ranking, IndexValue atLeast) {
        return (int) ranking.stream()
                .filter(school -> school.index().compareTo(atLeast) >= 0)
                .count();
    }

    private static int reaching(List<Candidate> ranking, TopShareOfPupils share) {
        long all = ranking.stream().mapToLong(Candidate::pupils).sum();
        long pupils = 0;
        int schools = 0;
        while (!share.isReachedBy(pupils, all)) {
            pupils += ranking.get(schools).pupils();
            schools++;
        }
        return schools;
    }

    /** What a served school's weight by the formula is multiplied with: 1, or its way through the taper. */
    default long factor(Candidate school) {
        return switch (this) {
            case TopN _, Threshold _, TopShareOfPupils _ -> 1;
            case Taper taper -> taper.way(school.index());
        };
    }

    /** How many decimals the factor has. */
    default int decimals() {
        return switch (this) {
            case TopN _, Threshold _, TopShareOfPupils _ -> 0;
            case Taper _ -> 6;
        };
    }

    /** The rule as one reads it: "the 60 schools of the greatest need". */
    default String words() {
        return switch (this) {
            case TopN(int schools) ->
                schools == 1
                        ? "the school of the greatest need"
                        : "the %,d schools of the greatest need".formatted(schools);
            case Threshold(IndexValue atLeast) -> "every school whose index is at least " + atLeast;
            case TopShareOfPupils share ->
                "the schools of the greatest need that have %s of all pupils".formatted(share.percent());
            case Taper(IndexValue from, IndexValue to) ->
                "every school whose index is above %s, in full from %s on".formatted(from, to);
        };
    }
}
