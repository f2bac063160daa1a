package org.partnershipfund.procurement.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;

/**
 * One dated rule: a method, a requirement, a place of notice, a cap, a number, which reading of the law is applied, a
 * ground on which nobody need compete, or a condition of one.
 *
 * @param kind {@code method}, {@code requirement}, {@code notice-place}, {@code cap}, {@code number}, {@code reading},
 *     {@code ground}, {@code condition}, {@code paper}; of a condition the name is the ground's
 * @param name what it says within its kind, such as {@code written-quotes}
 * @param stage when a requirement must be met: {@code solicitation}, {@code contract}, {@code invoice}; else empty
 * @param effectiveUntil the last day that counts; null until further notice
 * @param from the smallest value it applies to
 * @param until the largest value it applies to; null for any
 * @param quantity of a number; else null
 * @param adopted false for a reading of the sources that is kept and not applied
 * @param jurisdiction the class of bodies for which alone it holds, {@code school-district} or {@code other-body}; empty
 *     for all
 * @param who the roles that may do what it asks for; empty if it asks nobody in particular
 * @param leadDays how many days to plan for it; null if none are known
 */
public record ProcurementRule(
        String id,
        String kind,
        String name,
        String stage,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        Money from,
        @Nullable Money until,
        @Nullable Integer quantity,
        boolean adopted,
        String text,
        String source,
        String jurisdiction,
        List<String> who,
        @Nullable Integer leadDays) {

    public ProcurementRule {
        who = List.copyOf(who);
    }

    /** Whether it holds for bodies of this class. */
    public boolean holdsFor(String classOfBodies) {
        return jurisdiction.isEmpty() || jurisdiction.equals(classOfBodies);
    }

    /** Whether it is recorded for this day, adopted or not. */
    public boolean isOf(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }

    boolean appliesOn(LocalDate day) {
        return adopted && isOf(day);
    }

    boolean appliesTo(Money value) {
        return !from.exceeds(value) && (until == null || !value.exceeds(until));
    }
}
