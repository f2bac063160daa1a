package org.partnershipfund.allocation.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.partnershipfund.allocation.formula.FormulaRefusal.BoundInPartUnits;
import org.partnershipfund.allocation.formula.FormulaRefusal.ReserveNotBelowPool;
import org.partnershipfund.allocation.formula.FormulaRefusal.RestInPartUnits;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;

/**
 * What the district decides before the cents are counted.
 *
 * <p>Source: docs/policy/allocation.md §2 to §4 and §9 to §11.
 *
 * @param pool more than nothing
 * @param reserve held back and not shared out; nothing or more, less than the pool
 * @param guardrails in whole units
 * @param holdHarmless empty if nobody is guaranteed anything
 * @param unit what every amount is a whole number of; so is the pool without the reserve
 */
public record Rules(
        Money pool,
        Money reserve,
        Eligibility eligibility,
        AllocationFormula formula,
        Guardrails guardrails,
        Optional<HoldHarmless> holdHarmless,
        RoundingUnit unit) {

    public Rules {
        if (!pool.isPositive()) {
            throw new IllegalArgumentException("a pool is more than nothing: " + pool);
        }
        if (reserve.isNegative()) {
            throw new IllegalArgumentException("a reserve is not negative: " + reserve);
        }
        refusal(pool, reserve, guardrails, unit).ifPresent(why -> {
            throw new IllegalArgumentException(why.sentence());
        });
    }

    /** Nothing held back, no bounds, nobody guaranteed anything, whole cents. */
    public Rules(Money pool, Eligibility eligibility, AllocationFormula formula) {
        this(pool, Money.ZERO, eligibility, formula, Guardrails.NONE, Optional.empty(), RoundingUnit.CENT);
    }

    /**
     * The rules as asked for, refused if the amounts do not fit the pool or the unit.
     *
     * @param pool more than nothing
     * @param reserve not negative
     */
    public static Decision<Rules> of(
            Money pool,
            Money reserve,
            Eligibility eligibility,
            AllocationFormula formula,
            Guardrails guardrails,
            Optional<HoldHarmless> holdHarmless,
            RoundingUnit unit) {
        return refusal(pool, reserve, guardrails, unit)
                .<Decision<Rules>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(
                        new Rules(pool, reserve, eligibility, formula, guardrails, holdHarmless, unit)));
    }

    private static Optional<FormulaRefusal> refusal(
            Money pool, Money reserve, Guardrails guardrails, RoundingUnit unit) {
        if (!pool.exceeds(reserve)) {
            return Optional.of(new ReserveNotBelowPool(reserve, pool));
        }
        Money left = pool.minus(reserve);
        if (!unit.fits(left)) {
            return Optional.of(new RestInPartUnits(reserve, left, unit));
        }
        return inPartUnits("guardrails.floor", guardrails.floor(), unit)
                .or(() -> inPartUnits("guardrails.cap", guardrails.cap(), unit));
    }

    private static Optional<FormulaRefusal> inPartUnits(String field, Optional<Money> bound, RoundingUnit unit) {
        return bound.filter(amount -> !unit.fits(amount)).map(amount -> new BoundInPartUnits(field, amount, unit));
    }

    /** What the schools share: the pool without the reserve, in whole units, more than nothing. */
    public Money sharedOut() {
        return pool.minus(reserve);
    }

    /** Whether they are the same as others, or differ only by holding back more. */
    public boolean areThoseOf(Rules other) {
        return pool.equals(other.pool)
                && !other.reserve.exceeds(reserve)
                && eligibility.equals(other.eligibility)
                && formula.equals(other.formula)
                && guardrails.equals(other.guardrails)
                && holdHarmless.equals(other.holdHarmless)
                && unit == other.unit;
    }

    /** The same rules for other schools. */
    public Rules serving(Eligibility other) {
        return new Rules(pool, reserve, other, formula, guardrails, holdHarmless, unit);
    }

    /** What a served school weighs: its weight by the formula, and in a taper times its way. */
    public long weight(Candidate school) {
        return Math.multiplyExact(formula.weight(school), eligibility.factor(school));
    }

    /** The same, however large it is. */
    BigInteger exactWeight(Candidate school) {
        return BigInteger.valueOf(formula.weight(school)).multiply(BigInteger.valueOf(eligibility.factor(school)));
    }

    /** A weight, or a sum of weights, in {@link #weightUnit()}s; exact, with no more zeros at the end than needed. */
    public BigDecimal inUnits(long weight) {
        BigDecimal shortest = BigDecimal.valueOf(weight, formula.decimals() + eligibility.decimals())
                .stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** What is shared by: pupils, or weighted pupils. */
    public String weightUnit() {
        return eligibility.decimals() == 0 ? formula.unit() : "weighted pupil";
    }
}
