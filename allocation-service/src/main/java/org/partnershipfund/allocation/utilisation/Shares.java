package org.partnershipfund.allocation.utilisation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** One amount by school: at least one, each more than nothing. */
public record Shares(SortedMap<SchoolCode, Money> bySchool) {

    public Shares {
        bySchool = Collections.unmodifiableSortedMap(new TreeMap<>(bySchool));
        if (bySchool.isEmpty()) {
            throw new IllegalArgumentException("no school has a share");
        }
        bySchool.forEach((school, amount) -> {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("the share of school %s is %s".formatted(school, amount));
            }
        });
    }

    /** The sum. */
    public Money sum() {
        return bySchool.values().stream().reduce(Money.ZERO, Money::plus);
    }

    /**
     * The same, checked against what it should add up to.
     *
     * @throws IllegalArgumentException if it is not that
     */
    public Shares addingUpTo(Money whole) {
        if (!sum().equals(whole)) {
            throw new IllegalArgumentException("the schools' shares add up to %s, not to %s".formatted(sum(), whole));
        }
        return this;
    }
}
