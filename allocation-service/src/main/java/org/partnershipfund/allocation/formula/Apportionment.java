package org.partnershipfund.allocation.formula;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.formula.BoundedSplit.Bounds;
import org.partnershipfund.allocation.formula.BoundedSplit.Part;
import org.partnershipfund.allocation.formula.FormulaRefusal.NoPupils;
import org.partnershipfund.allocation.formula.FormulaRefusal.ShareRoundsToNothing;
import org.partnershipfund.allocation.formula.FormulaRefusal.TooManyPupils;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.allocation.formula.Outcome.BelowTheCut;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.formula.Outcome.HeldHarmless;
import org.partnershipfund.allocation.formula.Outcome.WithoutPupils;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A pool shared out: every school of the district with its rank, its outcome and, together, every cent of what is shared
 * out.
 *
 * @param lines every candidate, by need; what they receive adds up to the pool without the reserve
 */
public record Apportionment(Rules rules, List<Line> lines) {

    public Apportionment {
        lines = List.copyOf(lines);
        Money sum = sum(lines, line -> true);
        if (!sum.equals(rules.sharedOut())) {
            throw new IllegalArgumentException(
                    "the parts add up to %s, there is %s to share out".formatted(sum, rules.sharedOut()));
        }
        if (lines.stream()
                .anyMatch(
                        line -> line.held().isPresent() != rules.holdHarmless().isPresent())) {
            throw new IllegalArgumentException("either every line is held harmless or none");
        }
    }

    /**
     * One school.
     *
     * @param rank 1 is the greatest need
     * @param held with rules that hold harmless only
     */
    public record Line(int rank, Candidate school, Outcome outcome, Optional<Held> held) {

        /** A line of rules that guarantee nothing. */
        public Line(int rank, Candidate school, Outcome outcome) {
            this(rank, school, outcome, Optional.empty());
        }

        /** What the school receives more because schools are guaranteed something; less than nothing if it pays. */
        public Money byGuarantees() {
            return held.map(beside -> outcome.amount().minus(beside.without())).orElse(Money.ZERO);
        }

        /** Whether the school receives exactly what it is guaranteed, because nothing else would give it as much. */
        public boolean isGuaranteed(Guardrails guardrails) {
            return switch (outcome) {
                case HeldHarmless _ -> true;
                case Funded(Part.AtFloor(var amount)) ->
                    guardrails.floor().filter(amount::equals).isEmpty();
                case Funded(Part.AtCap(var amount)) ->
                    guardrails.cap().filter(amount::equals).isEmpty();
                case Funded(Part.Proportional _), BelowTheCut(), WithoutPupils() -> false;
            };
        }
    }

    /**
     * What holding harmless means for one school.
     *
     * @param before what the notice says that it had; nothing if it names nothing
     * @param guarantee what is guaranteed of it this year, in whole units
     * @param without what the school would receive if nobody were guaranteed anything
     */
    public record Held(Money before, Money guarantee, Money without) {}

    /**
     * What the lines have in common, which an explanation needs.
     *
     * @param ranked schools in the ranking, all of them
     * @param pupilsRanked pupils of all of them
     * @param eligible schools that are served by the rule of eligibility
     * @param pupils pupils of the eligible schools
     * @param pupilsWithoutLast pupils of the eligible schools but the last of the ranking
     * @param lastIndex the lowest index of an eligible school
     * @param sharing who shares by weight
     * @param atFloor eligible schools that receive the floor
     * @param atCap eligible schools that receive the cap
     * @param guaranteed schools, eligible or not, that receive their guarantee
     * @param heldHarmless those of them that are not eligible
     * @param cost what holding harmless costs
     */
    public record Totals(
            int ranked,
            long pupilsRanked,
            int eligible,
            long pupils,
            long pupilsWithoutLast,
            IndexValue lastIndex,
            Sharing sharing,
            Group atFloor,
            Group atCap,
            Group guaranteed,
            int heldHarmless,
            Cost cost) {

        /** Schools that receive anything: eligible, or held harmless. */
        public int funded() {
            return eligible + heldHarmless;
        }
    }

    /** Some schools, and what they receive together. */
    public record Group(int schools, Money amount) {

        /** Nobody. */
        public static final Group NOBODY = new Group(0, Money.ZERO);
    }

    /**
     * The schools that share by weight.
     *
     * @param amount what they share: what is shared out without what the others receive
     * @param weight what they weigh together, as {@link Rules#weight} counts; 0 if there are none
     * @param leftOver what the whole units of all of them leave over, in units
     * @param smallestRemainder of those to whom one of these came, in parts of a unit over the weight; 0 if none did
     */
    public record Sharing(int schools, Money amount, long weight, long leftOver, long smallestRemainder) {}

    /**
     * What guarantees cost, beside the same rules without any.
     *
     * @param amount what the schools that receive their guarantee receive more
     * @param gaining how many receive more so
     * @param byRounding what others receive more because all shares are rounded anew; at most one unit each
     * @param roundedUp how many they are
     * @param paying schools that receive less: together as much as both
     */
    public record Cost(Money amount, int gaining, Money byRounding, int roundedUp, int paying) {

        /** Nobody is guaranteed anything. */
        public static final Cost NONE = new Cost(Money.ZERO, 0, Money.ZERO, 0, 0);

        /** What schools receive less. */
        public Money paid() {
            return amount.plus(byRounding);
        }
    }

    /** Shares the pool out where nobody had anything before; see {@link #of(Rules, Collection, Map)}. */
    public static Decision<Apportionment> of(Rules rules, Collection<Candidate> candidates) {
        return of(rules, candidates, Map.of());
    }

    /**
     * Shares the pool out; the same candidates in any order give the same answer.
     *
     * @param candidates every school of the snapshot, each once, at least one
     * @param before what schools had, for rules that hold harmless; who is missing had nothing
     */
    public static Decision<Apportionment> of(
            Rules rules, Collection<Candidate> candidates, Map<SchoolCode, Money> before) {
        List<Candidate> ranking = candidates.stream().sorted(Candidate.BY_NEED).toList();
        List<Candidate> withPupils =
                ranking.stream().filter(Candidate::hasPupils).toList();
        if (withPupils.isEmpty()) {
            return Decision.refuse(new NoPupils(ranking.size()));
        }
        return switch (rules.eligibility().cut(withPupils)) {
            case Accepted<Integer>(Integer cut, var _) ->
                new Split(rules, ranking, new LinkedHashSet<>(withPupils.subList(0, cut)), before).sharedOut();
            case Refused<Integer>(var why) -> Decision.refuse(why);
        };
    }

    /** The facts that all lines share. */
    public Totals totals() {
        List<Line> eligible =
                lines.stream().filter(line -> line.outcome() instanceof Funded).toList();
        Guardrails guardrails = rules.guardrails();
        Predicate<Line> isGuaranteed = line -> line.isGuaranteed(guardrails);
        long pupils = pupils(eligible);
        Candidate last = eligible.getLast().school();
        return new Totals(
                lines.size(),
                pupils(lines),
                eligible.size(),
                pupils,
                pupils - last.pupils(),
                last.index(),
                sharing(),
                group(isGuaranteed.negate().and(line -> line.outcome() instanceof Funded(Part.AtFloor _))),
                group(isGuaranteed.negate().and(line -> line.outcome() instanceof Funded(Part.AtCap _))),
                group(isGuaranteed),
                (int) lines.stream()
                        .filter(line -> line.outcome() instanceof HeldHarmless)
                        .count(),
                cost(isGuaranteed));
    }

    private static long pupils(List<Line> lines) {
        return lines.stream().mapToLong(line -> line.school().pupils()).sum();
    }

    private Sharing sharing() {
        int schools = 0;
        long smallest = Long.MAX_VALUE;
        Money amount = Money.ZERO;
        Money whole = Money.ZERO;
        long weight = 0;
        for (Line line : lines) {
            if (line.outcome() instanceof Funded(Part.Proportional(Share share))) {
                schools++;
                amount = amount.plus(share.amount());
                whole = whole.plus(share.whole());
                weight = Math.addExact(weight, rules.weight(line.school()));
                if (share.leftOver().isPositive()) {
                    smallest = Math.min(smallest, share.remainder());
                }
            }
        }
        long leftOver = amount.minus(whole).cents() / rules.unit().cents();
        return new Sharing(schools, amount, weight, leftOver, leftOver == 0 ? 0 : smallest);
    }

    private Group group(Predicate<Line> belongs) {
        int schools = (int) lines.stream().filter(belongs).count();
        return schools == 0 ? Group.NOBODY : new Group(schools, sum(lines, belongs));
    }

    private Cost cost(Predicate<Line> isGuaranteed) {
        Money amount = Money.ZERO;
        int gaining = 0;
        Money byRounding = Money.ZERO;
        int roundedUp = 0;
        int paying = 0;
        for (Line line : lines) {
            Money more = line.byGuarantees();
            if (more.isNegative()) {
                paying++;
            } else if (more.isPositive() && isGuaranteed.test(line)) {
                amount = amount.plus(more);
                gaining++;
            } else if (more.isPositive()) {
                byRounding = byRounding.plus(more);
                roundedUp++;
            }
        }
        return new Cost(amount, gaining, byRounding, roundedUp, paying);
    }

    private static Money sum(List<Line> lines, Predicate<Line> belongs) {
        return lines.stream()
                .filter(belongs)
                .map(line -> line.outcome().amount())
                .reduce(Money.ZERO, Money::plus);
    }

    /**
     * One split on its way.
     *
     * @param eligible the front of the ranking
     */
    private record Split(Rules rules, List<Candidate> ranking, Set<Candidate> eligible, Map<SchoolCode, Money> before) {

        /** First without guarantees, because what they cost can only be said beside a split without them. */
        Decision<Apportionment> sharedOut() {
            if (eligible.stream()
                            .map(rules::exactWeight)
                            .reduce(BigInteger.ZERO, BigInteger::add)
                            .bitLength()
                    > Long.SIZE - 1) {
                return Decision.refuse(new TooManyPupils(
                        eligible.stream().mapToLong(Candidate::pupils).sum()));
            }
            return switch (parts(Map.of())) {
                case Accepted<SortedMap<SchoolCode, Part>>(var plain, var _) -> withGuarantees(plain);
                case Refused<SortedMap<SchoolCode, Part>>(var why) -> Decision.refuse(why);
            };
        }

        private Decision<Apportionment> withGuarantees(SortedMap<SchoolCode, Part> plain) {
            if (rules.holdHarmless().isEmpty()) {
                return accepted(lines(plain, _ -> Optional.empty()));
            }
            Map<SchoolCode, Money> guarantees = guarantees(rules.holdHarmless().get());
            return switch (parts(guarantees)) {
                case Accepted<SortedMap<SchoolCode, Part>>(var parts, var _) ->
                    accepted(lines(
                            parts,
                            school -> Optional.of(new Held(
                                    before.getOrDefault(school, Money.ZERO),
                                    guarantees.getOrDefault(school, Money.ZERO),
                                    plain.containsKey(school)
                                            ? plain.get(school).amount()
                                            : Money.ZERO))));
                case Refused<SortedMap<SchoolCode, Part>>(var why) -> Decision.refuse(why);
            };
        }

        /** The lines, unless a school would be served with nothing. */
        private Decision<Apportionment> accepted(List<Line> lines) {
            List<Candidate> empty = lines.stream()
                    .filter(line -> line.outcome() instanceof Funded
                            && !line.outcome().amount().isPositive())
                    .map(Line::school)
                    .toList();
            return empty.isEmpty()
                    ? Decision.accept(new Apportionment(rules, lines))
                    : Decision.refuse(new ShareRoundsToNothing(
                            empty.size(),
                            eligible.size(),
                            empty.getFirst().school(),
                            empty.getFirst().name(),
                            rules.unit()));
        }

        /** What each school with pupils is guaranteed, if that is more than nothing. */
        private Map<SchoolCode, Money> guarantees(HoldHarmless held) {
            Map<SchoolCode, Money> guarantees = new HashMap<>();
            for (Candidate school : ranking) {
                Money guarantee = held.guarantee(before.getOrDefault(school.school(), Money.ZERO), rules.unit());
                if (school.hasPupils() && guarantee.isPositive()) {
                    guarantees.put(school.school(), guarantee);
                }
            }
            return guarantees;
        }

        /** One part for each school that is eligible or guaranteed something. */
        private Decision<SortedMap<SchoolCode, Part>> parts(Map<SchoolCode, Money> guarantees) {
            Map<SchoolCode, Long> weights = new HashMap<>();
            Map<SchoolCode, Bounds> bounds = new HashMap<>();
            guarantees.forEach((school, guarantee) -> {
                weights.put(school, 0L);
                bounds.put(school, new Bounds(guarantee, Optional.empty()));
            });
            Money floor = rules.guardrails().floor().orElse(Money.ZERO);
            for (Candidate school : eligible) {
                Money least = greater(floor, guarantees.getOrDefault(school.school(), Money.ZERO));
                weights.put(school.school(), rules.weight(school));
                // A guarantee above the cap stands.
                bounds.put(
                        school.school(),
                        new Bounds(least, rules.guardrails().cap().map(cap -> greater(cap, least))));
            }
            return BoundedSplit.split(rules.sharedOut(), rules.unit().cents(), weights, bounds);
        }

        private List<Line> lines(SortedMap<SchoolCode, Part> parts, Function<SchoolCode, Optional<Held>> held) {
            List<Line> lines = new ArrayList<>();
            for (Candidate school : ranking) {
                lines.add(new Line(
                        lines.size() + 1,
                        school,
                        outcome(school, parts.get(school.school())),
                        held.apply(school.school())));
            }
            return lines;
        }

        private Outcome outcome(Candidate school, @Nullable Part part) {
            if (part == null) {
                return school.hasPupils() ? new BelowTheCut() : new WithoutPupils();
            }
            return eligible.contains(school) ? new Funded(part) : new HeldHarmless(part.amount());
        }

        private static Money greater(Money one, Money other) {
            return one.exceeds(other) ? one : other;
        }
    }
}
