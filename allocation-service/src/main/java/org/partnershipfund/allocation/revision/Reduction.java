package org.partnershipfund.allocation.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.allocation.formula.LargestRemainder;
import org.partnershipfund.allocation.revision.Revision.Ask;
import org.partnershipfund.allocation.revision.RevisionRefusal.NotALowerSum;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * All schools of a fund give in proportion to what they have, so that what is left adds up to a lower sum: one revision
 * into the reserve for each of them.
 *
 * <p>Source: docs/policy/allocation.md §7.9.
 *
 * @param asks by school code; together the present sum less the lower one
 */
public record Reduction(List<Ask> asks) {

    public Reduction {
        asks = List.copyOf(asks);
    }

    /**
     * Lowers what the schools have together.
     *
     * @param to the sum afterwards: at least a cent for every school, less than the present sum
     * @param reason for everybody to read, the same in every revision
     */
    public static Decision<Reduction> of(CurrentAmounts amounts, Money to, String reason) {
        int schools = amounts.bySchool().size();
        if (!amounts.sum().exceeds(to) || new Money(schools).exceeds(to)) {
            return Decision.refuse(new NotALowerSum(to, amounts.sum(), schools));
        }
        List<Ask> asks = new ArrayList<>();
        after(amounts, to).forEach((school, after) -> {
            Money less = amounts.of(school).minus(after);
            if (less.isPositive()) {
                asks.add(new Ask(new Side.Line(school), new Side.Reserve(), less, reason));
            }
        });
        return Decision.accept(new Reduction(asks));
    }

    /** A cent for everybody, the rest by largest remainder of what each has beyond it. */
    private static SortedMap<SchoolCode, Money> after(CurrentAmounts amounts, Money to) {
        Map<SchoolCode, Long> beyondTheCent = new TreeMap<>();
        amounts.bySchool()
                .forEach((school, now) -> beyondTheCent.put(school, now.amount().cents() - 1));
        SortedMap<SchoolCode, Money> after = new TreeMap<>();
        LargestRemainder.split(to.minus(new Money(beyondTheCent.size())), beyondTheCent)
                .forEach((school, share) -> after.put(school, share.amount().plus(new Money(1))));
        return after;
    }
}
