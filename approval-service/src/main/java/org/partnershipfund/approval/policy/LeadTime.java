package org.partnershipfund.approval.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Money;

/**
 * How long central office needs to buy, by value, from a day to another.
 *
 * <p>Source: docs/policy/approval.md §11.
 *
 * @param validUntil the last day on which it counts; empty for no end
 * @param from the smallest value of the tier, included
 * @param until the largest, included; empty for no bound
 * @param weeksAtLeast from the request to the executed contract or purchase order
 * @param weeksAtMost the same, when it takes long
 * @param method as procurement calls it
 */
public record LeadTime(
        LocalDate validFrom,
        Optional<LocalDate> validUntil,
        Money from,
        Optional<Money> until,
        int weeksAtLeast,
        int weeksAtMost,
        String method,
        String source) {

    /** The tier of a value on a day; empty if no tier is known for that day. */
    public static Optional<LeadTime> of(List<LeadTime> tiers, Money value, LocalDate day) {
        return tiers.stream()
                .filter(tier -> tier.countsOn(day) && tier.covers(value))
                .findFirst();
    }

    /** The tiers that count on a day, the smallest value first. */
    public static List<LeadTime> on(List<LeadTime> tiers, LocalDate day) {
        return tiers.stream()
                .filter(tier -> tier.countsOn(day))
                .sorted(Comparator.comparingLong(tier -> tier.from().cents()))
                .toList();
    }

    private boolean countsOn(LocalDate day) {
        return !day.isBefore(validFrom)
                && validUntil.map(last -> !day.isAfter(last)).orElse(true);
    }

    private boolean covers(Money value) {
        return !from.exceeds(value) && until.map(most -> !value.exceeds(most)).orElse(true);
    }

    /** The first day on which services can lawfully begin if the purchase is asked for on that day. */
    public LocalDate earliest(LocalDate asked) {
        return asked.plusWeeks(weeksAtLeast);
    }

    /** By when it is done when it takes long. */
    public LocalDate latest(LocalDate asked) {
        return asked.plusWeeks(weeksAtMost);
    }
}
