package org.partnershipfund.allocation.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.partnershipfund.allocation.formula.Apportionment.Group;
import org.partnershipfund.allocation.formula.Apportionment.Held;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Apportionment.Totals;
import org.partnershipfund.allocation.formula.BoundedSplit.Part;
import org.partnershipfund.allocation.formula.Eligibility.Taper;
import org.partnershipfund.allocation.formula.Eligibility.TopShareOfPupils;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.allocation.formula.Outcome.BelowTheCut;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.formula.Outcome.HeldHarmless;
import org.partnershipfund.allocation.formula.Outcome.WithoutPupils;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.kernel.Money;

/**
 * Why one school receives what it receives, as operands and as sentences that can be followed with a pocket
 * calculator.
 *
 * @param index the set that the school's index is from
 * @param enrollment the snapshot that its pupils are from
 */
public record Explanation(
        Rules rules, Totals totals, Line line, IndexSet.Title index, EnrollmentSnapshot.Title enrollment) {

    /** How many decimals of a fraction are told if they are enough to compare it. */
    private static final int DECIMALS = 4;

    /**
     * What one unit of weight is worth among those who share by weight, in dollars with four decimals; for reading, not
     * for paying. Empty if every school has a bound.
     */
    public Optional<BigDecimal> dollarsPerUnit() {
        return totals.sharing().weight() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(totals.sharing().amount().cents(), 2)
                        .divide(totalWeight(), 4, RoundingMode.HALF_UP));
    }

    /** What the school weighs, in units of the rules. */
    public BigDecimal weight() {
        return rules.inUnits(rules.weight(line.school()));
    }

    /** What the schools that share by weight weigh together, in units of the rules. */
    public BigDecimal totalWeight() {
        return rules.inUnits(totals.sharing().weight());
    }

    /** The answer in one sentence. */
    public String sentence() {
        String name = line.school().name();
        return switch (line.outcome()) {
            case Funded(Part.Proportional(Share share)) ->
                "%s receives %s: %s of the %s %ss of the %s, out of %s."
                        .formatted(
                                name,
                                words(share.amount()),
                                words(weight()),
                                words(totalWeight()),
                                rules.weightUnit(),
                                sharers(),
                                words(totals.sharing().amount()));
            case Funded(Part part)
            when isGuaranteed() ->
                "%s receives %s: %s%s.%s"
                        .formatted(
                                name,
                                words(part.amount()),
                                guaranteed(),
                                capBelow(part.amount())
                                        .map(cap -> ", which stands above the cap of " + words(cap))
                                        .orElse(""),
                                byWeight());
            case Funded(Part.AtFloor(Money floor)) ->
                "%s receives %s: the floor, which is the least that an eligible school receives.%s"
                        .formatted(name, words(floor), byWeight());
            case Funded(Part.AtCap(Money cap)) ->
                "%s receives %s: the cap, which is the most that an eligible school receives%s.%s"
                        .formatted(
                                name,
                                words(cap),
                                rules.holdHarmless().isPresent() ? " unless it is guaranteed more" : "",
                                byWeight());
            case HeldHarmless(Money amount) ->
                "%s receives %s: %s. Without it the school would receive nothing, because the fund serves %s, and with an index of %s it ranks %,d of %,d."
                        .formatted(
                                name,
                                words(amount),
                                guaranteed(),
                                rules.eligibility().words(),
                                line.school().index(),
                                line.rank(),
                                totals.ranked());
            case BelowTheCut() ->
                "%s receives nothing: the fund serves %s, and with an index of %s it ranks %,d of %,d."
                        .formatted(
                                name, rules.eligibility().words(), line.school().index(), line.rank(), totals.ranked());
            case WithoutPupils() ->
                "%s receives nothing: the enrolment as of %s counts no pupils there."
                        .formatted(name, enrollment.asOf());
        };
    }

    /** The way to the answer, one step after the other. */
    public List<String> steps() {
        List<String> steps = new ArrayList<>();
        steps.add(need());
        switch (line.outcome()) {
            case Funded(Part part) -> {
                steps.add(place());
                taper().ifPresent(steps::add);
                steps.add(weighing());
                pool().ifPresent(steps::add);
                bounds().ifPresent(steps::add);
                switch (part) {
                    case Part.Proportional(Share share) -> {
                        steps.add(quota(share));
                        steps.add(rounding(share));
                    }
                    case Part.AtFloor(Money amount) ->
                        steps.add(isGuaranteed() ? guaranteeAsAmount(amount) : bound(amount, "less", "floor"));
                    case Part.AtCap(Money amount) ->
                        steps.add(isGuaranteed() ? guaranteeAsAmount(amount) : bound(amount, "more", "cap"));
                }
            }
            case HeldHarmless _, BelowTheCut() -> steps.add(place());
            case WithoutPupils() -> steps.add(sentence());
        }
        guarantee().ifPresent(steps::add);
        cost().ifPresent(steps::add);
        return List.copyOf(steps);
    }

    private String need() {
        return "Need: the Opportunity Index is %s, from '%s' (%s; as of %s%s)."
                .formatted(
                        line.school().index(),
                        index.name(),
                        index.provenance().source(),
                        index.provenance().snapshotDate(),
                        index.provenance().illustrative() ? "; illustrative, not the district's own index" : "");
    }

    private String place() {
        return "Eligibility: the fund serves %s. This school ranks %,d of %,d; the lowest index served is %s.%s%s"
                .formatted(
                        rules.eligibility().words(),
                        line.rank(),
                        totals.ranked(),
                        totals.lastIndex(),
                        tieAtTheCut(),
                        runningTotal());
    }

    /** Why a school is not served although its index is that of the last one that is: docs/policy/allocation.md §2.3. */
    private String tieAtTheCut() {
        if (line.rank() <= totals.eligible() || !line.school().index().equals(totals.lastIndex())) {
            return "";
        }
        long last = totals.pupils() - totals.pupilsWithoutLast();
        return " At the same index the school with more pupils ranks first: this one has %,d, the last one served has %,d%s."
                .formatted(
                        line.school().pupils(),
                        last,
                        line.school().pupils() == last
                                ? " too, and of two such schools the one with the lower state code ranks first"
                                : "");
    }

    /** How far a share of all pupils reaches down the ranking. */
    private String runningTotal() {
        if (!(rules.eligibility() instanceof TopShareOfPupils share)) {
            return "";
        }
        var part = new BigDecimal(share.decimal());
        return " All schools have %,d pupils, and %,d x %s = %s. In the order of the ranking the first %s that many pupils: %,d. Without the last of them it would be %,d."
                .formatted(
                        totals.pupilsRanked(),
                        totals.pupilsRanked(),
                        share.decimal(),
                        words(shortest(part.multiply(BigDecimal.valueOf(totals.pupilsRanked())))),
                        totals.eligible() == 1
                                ? "school has at least"
                                : "%,d schools have at least".formatted(totals.eligible()),
                        totals.pupils(),
                        totals.pupilsWithoutLast());
    }

    private Optional<String> taper() {
        if (!(rules.eligibility() instanceof Taper taper)) {
            return Optional.empty();
        }
        IndexValue from = taper.from();
        IndexValue to = taper.to();
        IndexValue own = line.school().index();
        BigDecimal way = millionths(taper.way(own));
        BigDecimal width = millionths(taper.width());
        return Optional.of(
                own.compareTo(to) >= 0
                        ? "Taper: the index is %s or more, so that every pupil weighs in full: %s - %s = %s."
                                .formatted(to, to, from, words(width))
                        : "Taper: the index is %s - %s = %s on its way from %s to %s, where a pupil weighs in full (%s); so a pupil weighs %s%% of that here."
                                .formatted(
                                        own,
                                        from,
                                        words(way),
                                        from,
                                        to,
                                        words(width),
                                        words(way.movePointRight(2).divide(width, 2, RoundingMode.HALF_UP))));
    }

    private String weighing() {
        String pupils = "Pupils: %,d, from the %s enrolment as of %s (%s)"
                .formatted(
                        line.school().pupils(),
                        enrollment.kind().name().toLowerCase(Locale.ROOT),
                        enrollment.asOf(),
                        enrollment.source());
        String formula = switch (rules.formula()) {
            case AllocationFormula.FlatPerPupil() -> "";
            case AllocationFormula.IndexWeightedPerPupil() ->
                "; times the index " + line.school().index();
            case AllocationFormula.Tiers tiers ->
                "; times %s, the weight of the step from %s on (decided on %s)"
                        .formatted(
                                tiers.step(line.school().index()).weight(),
                                tiers.step(line.school().index()).atLeast(),
                                tiers.decidedOn());
        };
        String taper = rules.eligibility() instanceof Taper way
                ? "; times %s, the way through the taper"
                        .formatted(words(millionths(way.way(line.school().index()))))
                : "";
        String own = formula.isEmpty() && taper.isEmpty()
                ? ""
                : "; that is %s %ss".formatted(words(weight()), rules.weightUnit());
        String all = totals.sharing().schools() == 0
                ? ""
                : "; the %s have %s together".formatted(sharers(), words(totalWeight()));
        return pupils + formula + taper + own + all + ".";
    }

    /** "500 eligible schools", or those of them whose share is between the bounds. */
    private String sharers() {
        boolean all = totals.sharing().schools() == totals.eligible();
        return all
                ? "%,d eligible %s".formatted(totals.eligible(), totals.eligible() == 1 ? "school" : "schools")
                : "%,d %s by weight"
                        .formatted(
                                totals.sharing().schools(),
                                totals.sharing().schools() == 1 ? "school that shares" : "schools that share");
    }

    private Optional<String> pool() {
        return rules.reserve().isPositive()
                ? Optional.of("Pool: %s less the reserve of %s leaves %s to share out."
                        .formatted(words(rules.pool()), words(rules.reserve()), words(rules.sharedOut())))
                : Optional.empty();
    }

    private Optional<String> bounds() {
        List<String> taken = new ArrayList<>();
        taken(totals.atFloor(), "the floor").ifPresent(taken::add);
        taken(totals.atCap(), "the cap").ifPresent(taken::add);
        taken(totals.guaranteed(), "a guarantee").ifPresent(taken::add);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Bounds: of %s, %s; %s."
                .formatted(
                        words(rules.sharedOut()),
                        String.join(", ", taken),
                        totals.sharing().schools() == 0
                                ? "nothing is left to share by weight"
                                : "%s is left for the %s"
                                        .formatted(words(totals.sharing().amount()), sharers())));
    }

    private static Optional<String> taken(Group group, String bound) {
        return group.schools() == 0
                ? Optional.empty()
                : Optional.of("%,d %s %s (%s together)"
                        .formatted(
                                group.schools(),
                                group.schools() == 1 ? "school receives" : "schools receive",
                                bound,
                                words(group.amount())));
    }

    private String quota(Share share) {
        return "Share: %s / %s x %s is %s%s (about $%s for each %s)."
                .formatted(
                        words(totals.sharing().amount()),
                        words(totalWeight()),
                        words(weight()),
                        words(share.whole()),
                        share.remainder() == 0
                                ? " exactly"
                                : " and %s of %s"
                                        .formatted(
                                                decimal(share.remainder()),
                                                rules.unit().one()),
                        dollarsPerUnit().orElseThrow().toPlainString(),
                        rules.weightUnit());
    }

    private String rounding(Share share) {
        RoundingUnit unit = rules.unit();
        long leftOver = totals.sharing().leftOver();
        if (leftOver == 0) {
            return "Rounding: the whole %s of all schools add up to what they share, so nothing was left over. The amount is %s."
                    .formatted(unit.many(), words(share.amount()));
        }
        long smallest = totals.sharing().smallestRemainder();
        return "Rounding: the whole %s of all schools leave %s over, which %s of %s (%s%s): %s. The amount is %s."
                .formatted(
                        unit.many(),
                        unit.counted(leftOver),
                        leftOver == 1 ? "goes to the largest fraction" : "go one by one to the largest fractions",
                        unit.one(),
                        leftOver == 1 ? "" : "down to ",
                        decimal(smallest),
                        cameHere(share, smallest),
                        words(share.amount()));
    }

    private static String cameHere(Share share, long smallest) {
        if (share.leftOver().isPositive()) {
            return "one came here";
        }
        return share.remainder() == smallest
                ? "none came here, because at equal fractions the lower school code comes first"
                : "none came here";
    }

    /**
     * A remainder as part of a unit, in lowest terms.
     *
     * @param remainder over what the schools weigh that share by weight
     */
    public String lowestTerms(long remainder) {
        long divisor = BigInteger.valueOf(remainder)
                .gcd(BigInteger.valueOf(totals.sharing().weight()))
                .longValueExact();
        return "%d/%d".formatted(remainder / divisor, totals.sharing().weight() / divisor);
    }

    /**
     * A remainder as a calculator shows it: cut after four decimals, or after as many as it takes to tell the school's own
     * from the smallest that a unit came to.
     */
    private String decimal(long remainder) {
        int decimals = DECIMALS;
        if (line.outcome() instanceof Funded(Part.Proportional(Share own))
                && totals.sharing().leftOver() > 0) {
            long smallest = totals.sharing().smallestRemainder();
            while (own.remainder() != smallest
                    && cut(own.remainder(), decimals).compareTo(cut(smallest, decimals)) == 0) {
                decimals++;
            }
        }
        BigDecimal cut = cut(remainder, decimals);
        boolean exact =
                cut.multiply(BigDecimal.valueOf(totals.sharing().weight())).compareTo(BigDecimal.valueOf(remainder))
                        == 0;
        return exact ? shortest(cut).toPlainString() : cut.toPlainString() + "...";
    }

    private BigDecimal cut(long remainder, int decimals) {
        return BigDecimal.valueOf(remainder)
                .divide(BigDecimal.valueOf(totals.sharing().weight()), decimals, RoundingMode.DOWN);
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private String bound(Money amount, String beyond, String bound) {
        return wouldBe()
                .map(share -> "%s, which is %s than the %s of %s. The amount is the %s, %s."
                        .formatted(share, beyond, bound, words(amount), bound, words(amount)))
                .orElseGet(() -> "Share: every school has a bound, so the amount is the %s, %s."
                        .formatted(bound, words(amount)));
    }

    private String guaranteeAsAmount(Money amount) {
        String beside = capBelow(amount)
                .map(cap -> "; the guarantee of %s stands above the cap of %s".formatted(words(amount), words(cap)))
                .orElseGet(() -> wouldBe().isEmpty() ? "" : ", which is less than the guarantee of " + words(amount));
        return "%s%s. The amount is the guarantee, %s."
                .formatted(wouldBe().orElse("Share: every school has a bound"), beside, words(amount));
    }

    /** The cap that a guarantee stands above; empty if it does not. */
    private Optional<Money> capBelow(Money guarantee) {
        return rules.guardrails().cap().filter(guarantee::exceeds);
    }

    private Optional<String> wouldBe() {
        return about().map(share -> "Share: %s / %s x %s would be about %s"
                .formatted(words(totals.sharing().amount()), words(totalWeight()), words(weight()), share));
    }

    private String byWeight() {
        return about().map(" By weight it would be about %s."::formatted).orElse("");
    }

    /** What the school's share by weight would be, to the cent; empty if nobody shares by weight. */
    private Optional<String> about() {
        long weight = totals.sharing().weight();
        return weight == 0
                ? Optional.empty()
                : Optional.of(words(new Money(new BigDecimal(
                                BigInteger.valueOf(totals.sharing().amount().cents())
                                        .multiply(BigInteger.valueOf(rules.weight(line.school()))))
                        .divide(BigDecimal.valueOf(weight), 0, RoundingMode.HALF_UP)
                        .longValueExact())));
    }

    private boolean isGuaranteed() {
        return line.isGuaranteed(rules.guardrails());
    }

    /** "the guarantee, 2/3 of the $900.00 that was paid there in FY2018". */
    private String guaranteed() {
        HoldHarmless rule = rules.holdHarmless().orElseThrow();
        return "the guarantee, %s of the %s that was paid there in %s%s"
                .formatted(
                        rule.kept(),
                        words(line.held().orElseThrow().before()),
                        rule.paidIn(),
                        rule.illustrative() ? " (a generated figure)" : "");
    }

    private Optional<String> guarantee() {
        if (rules.holdHarmless().isEmpty() || line.held().isEmpty()) {
            return Optional.empty();
        }
        HoldHarmless rule = rules.holdHarmless().get();
        Held held = line.held().get();
        String paid = "Hold harmless: in %s the district paid %s here (notice of %s%s)."
                .formatted(
                        rule.paidIn(),
                        words(held.before()),
                        rule.toldOn(),
                        rule.illustrative() ? "; its figures are generated and prove nothing" : "");
        if (!held.before().isPositive()) {
            return Optional.of(paid + " Nothing is guaranteed.");
        }
        if (!line.school().hasPupils()) {
            return Optional.of(paid + " Without pupils nothing is guaranteed.");
        }
        if (rule.year() > rule.phaseOut().size()) {
            return Optional.of("%s The phase-out of %,d %s is over: nothing is guaranteed."
                    .formatted(paid, rule.phaseOut().size(), rule.phaseOut().size() == 1 ? "year" : "years"));
        }
        return Optional.of("%s Year %d of the phase-out takes %s of it, so %s of it is guaranteed: %s x %d / %d is %s."
                .formatted(
                        paid,
                        rule.year(),
                        rule.phaseOut().get(rule.year() - 1),
                        rule.kept(),
                        words(held.before()),
                        rule.kept().numerator(),
                        rule.kept().denominator(),
                        product(rule, held)));
    }

    /** "$166.6733..., rounded up to whole cents $166.68", or the amount where nothing is rounded. */
    private String product(HoldHarmless rule, Held held) {
        if (rule.isExact(held.before(), rules.unit())) {
            return words(held.guarantee());
        }
        long before = held.before().cents();
        String exact = rule.kept().dividesExactly(before)
                ? words(new Money(rule.kept().ofRoundedUp(before)))
                : "$%s..."
                        .formatted(words(BigDecimal.valueOf(before)
                                .multiply(BigDecimal.valueOf(rule.kept().numerator()))
                                .divide(BigDecimal.valueOf(rule.kept().denominator()), 2, RoundingMode.DOWN)
                                .movePointLeft(2)));
        return "%s, rounded up to whole %s: %s".formatted(exact, rules.unit().many(), words(held.guarantee()));
    }

    private Optional<String> cost() {
        var cost = totals.cost();
        if (line.held().isEmpty() || cost.gaining() + cost.roundedUp() == 0) {
            return Optional.empty();
        }
        String rounding = cost.roundedUp() == 0
                ? ""
                : ", and because of it all shares are rounded anew, which gives %s %s more"
                        .formatted(counted(cost.roundedUp(), "other school"), words(cost.byRounding()));
        return Optional.of(
                "Cost: all guarantees together cost %s, which %s more%s; %s %s less for it. %s: without any guarantee it would receive %s."
                        .formatted(
                                words(cost.amount()),
                                counted(cost.gaining(), "school") + (cost.gaining() == 1 ? " receives" : " receive"),
                                rounding,
                                counted(cost.paying(), "school") + (cost.paying() == 1 ? " receives" : " receive"),
                                words(cost.paid()),
                                moreOrLess(),
                                words(line.held().get().without())));
    }

    private String moreOrLess() {
        Money more = line.byGuarantees();
        if (more.isNegative()) {
            return "This school pays %s of that".formatted(words(Money.ZERO.minus(more)));
        }
        if (!more.isPositive()) {
            return "This school neither gains nor pays";
        }
        return "This school receives %s more %s"
                .formatted(words(more), isGuaranteed() ? "through them" : "by rounding");
    }

    private static String counted(int number, String thing) {
        return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }

    private static BigDecimal millionths(int index) {
        return BigDecimal.valueOf(index, 6).stripTrailingZeros();
    }

    /** An amount as people write it, with thousands apart. */
    public static String words(Money money) {
        return String.format(Locale.ROOT, "$%,d.%02d", money.cents() / 100, money.cents() % 100);
    }

    private static String words(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + Math.max(number.scale(), 0) + "f", number);
    }
}
