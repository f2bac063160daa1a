package org.partnershipfund.allocation.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Apportionment.Totals;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.allocation.formula.Outcome.BelowTheCut;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.formula.Outcome.WithoutPupils;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
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

    /** The pool divided by everything it is shared over, in dollars with four decimals; for reading, not for paying. */
    public BigDecimal dollarsPerUnit() {
        return BigDecimal.valueOf(rules.pool().cents(), 2)
                .divide(rules.formula().inUnits(totals.weight()), 4, RoundingMode.HALF_UP);
    }

    /** What the school weighs, in units of the formula. */
    public BigDecimal weight() {
        return rules.formula().inUnits(rules.formula().weight(line.school()));
    }

    /** What the funded schools weigh together, in units of the formula. */
    public BigDecimal totalWeight() {
        return rules.formula().inUnits(totals.weight());
    }

    /** The answer in one sentence. */
    public String sentence() {
        Candidate school = line.school();
        return switch (line.outcome()) {
            case Funded(Share share) ->
                "%s receives %s: %s of the %s %ss of the %,d eligible schools, out of %s."
                        .formatted(
                                school.name(),
                                words(share.amount()),
                                words(weight()),
                                words(totalWeight()),
                                rules.formula().unit(),
                                totals.funded(),
                                words(rules.pool()));
            case BelowTheCut() ->
                "%s receives nothing: the fund serves %s, and with an index of %s it ranks %,d of %,d."
                        .formatted(
                                school.name(),
                                rules.eligibility().words(),
                                school.index(),
                                line.rank(),
                                totals.ranked());
            case WithoutPupils() ->
                "%s receives nothing: the enrolment as of %s counts no pupils there."
                        .formatted(school.name(), enrollment.asOf());
        };
    }

    /** The way to the answer, one step after the other. */
    public List<String> steps() {
        return switch (line.outcome()) {
            case Funded(Share share) -> List.of(need(), place(), weighing(), quota(share), rounding(share));
            case BelowTheCut() -> List.of(need(), place());
            case WithoutPupils() -> List.of(need(), sentence());
        };
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
        return "Eligibility: the fund serves %s. This school ranks %,d of %,d; the lowest index served is %s."
                .formatted(rules.eligibility().words(), line.rank(), totals.ranked(), totals.lastIndex());
    }

    private String weighing() {
        String pupils = "Pupils: %,d, from the %s enrolment as of %s (%s)"
                .formatted(
                        line.school().pupils(),
                        enrollment.kind().name().toLowerCase(Locale.ROOT),
                        enrollment.asOf(),
                        enrollment.source());
        return switch (rules.formula()) {
            case AllocationFormula.FlatPerPupil() ->
                "%s; the eligible schools have %,d together.".formatted(pupils, totals.pupils());
            case AllocationFormula.IndexWeightedPerPupil() ->
                "%s; times the index %s that is %s weighted pupils; the eligible schools have %s together."
                        .formatted(pupils, line.school().index(), words(weight()), words(totalWeight()));
        };
    }

    private String quota(Share share) {
        return "Share: %s / %s x %s is %s and %,d/%,d of a cent (about $%s for each %s)."
                .formatted(
                        words(rules.pool()),
                        words(totalWeight()),
                        words(weight()),
                        words(share.whole()),
                        share.remainder(),
                        totals.weight(),
                        dollarsPerUnit().toPlainString(),
                        rules.formula().unit());
    }

    private String rounding(Share share) {
        if (totals.leftOverCents() == 0) {
            return "Rounding: the whole cents of all schools add up to the pool, so no cent was left over. The amount is %s."
                    .formatted(words(share.amount()));
        }
        boolean single = totals.leftOverCents() == 1;
        return "Rounding: the whole cents of all schools leave %,d %s of the pool over, %s of a cent: %s. The amount is %s."
                .formatted(
                        totals.leftOverCents(),
                        single ? "cent" : "cents",
                        single ? "which goes to the largest fraction" : "which go one by one to the largest fractions",
                        share.leftOverCent() ? "one came here" : "none came here",
                        words(share.amount()));
    }

    /** An amount as people write it, with thousands apart. */
    public static String words(Money money) {
        return String.format(Locale.ROOT, "$%,d.%02d", money.cents() / 100, money.cents() % 100);
    }

    private static String words(BigDecimal number) {
        return String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
    }
}
