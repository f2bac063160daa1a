package org.partnershipfund.allocation.formula;

import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;

/**
 * No school falls further below what it had than the phase-out of its year allows, eligible or not.
 *
 * <p>Source: docs/policy/allocation.md §11 "Hold harmless".
 *
 * @param notice what the schools had, school by school
 * @param paidIn the fiscal year that the notice is about
 * @param toldOn the day of the notice; before it nobody outside may learn what it says
 * @param illustrative whether the notice's figures are made up to show how things work
 * @param year which year of the phase-out it is: 1 is the first year after {@code paidIn}
 * @param phaseOut by year, which part of the old amount is no longer guaranteed; it never falls
 */
public record HoldHarmless(
        NoticeId notice, FiscalYear paidIn, LocalDate toldOn, boolean illustrative, int year, List<Fraction> phaseOut) {

    /** More years than anybody plans for. */
    public static final int LONGEST = 20;

    public HoldHarmless {
        phaseOut = List.copyOf(phaseOut);
        if (year < 1) {
            throw new IllegalArgumentException("a phase-out begins with year 1, not " + year);
        }
        if (phaseOut.isEmpty() || phaseOut.size() > LONGEST || falls(phaseOut)) {
            throw new IllegalArgumentException("a phase-out has 1 to 20 years and never falls: " + phaseOut);
        }
    }

    /** Whether a later year of a phase-out would guarantee more than an earlier one. */
    public static boolean falls(List<Fraction> phaseOut) {
        for (int i = 1; i < phaseOut.size(); i++) {
            if (phaseOut.get(i).compareTo(phaseOut.get(i - 1)) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Which part of the old amount this year guarantees: what the phase-out leaves, nothing once it is over. */
    public Fraction kept() {
        return year <= phaseOut.size() ? phaseOut.get(year - 1).rest() : Fraction.NOTHING;
    }

    /** What is guaranteed to a school that had so much, in whole units. */
    Money guarantee(Money before, RoundingUnit unit) {
        return unit.up(new Money(kept().ofRoundedUp(before.cents())));
    }

    /** Whether the guarantee is what the phase-out leaves, without any rounding. */
    boolean isExact(Money before, RoundingUnit unit) {
        return kept().dividesExactly(before.cents()) && unit.fits(new Money(kept().ofRoundedUp(before.cents())));
    }
}
