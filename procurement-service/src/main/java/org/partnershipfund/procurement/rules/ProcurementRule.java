package org.partnershipfund.procurement.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;

/**
 * One dated rule: a method, a requirement, a place of notice, a cap, a number, or which reading of the law is applied.
 *
 * @param kind {@code method}, {@code requirement}, {@code notice-place}, {@code cap}, {@code number}, {@code reading},
 *     {@code paper}
 * @param name what it says within its kind, such as {@code written-quotes}
 * @param stage when a requirement must be met: {@code solicitation}, {@code contract}, {@code invoice}; else empty
 * @param effectiveUntil the last day that counts; null until further notice
 * @param from the smallest value it applies to
 * @param until the largest value it applies to; null for any
 * @param quantity of a number; else null
 * @param adopted false for a reading of the sources that is kept and not applied
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
        String source) {

    boolean appliesOn(LocalDate day) {
        return adopted && !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }

    boolean appliesTo(Money value) {
        return !from.exceeds(value) && (until == null || !value.exceeds(until));
    }
}
