package org.partnershipfund.allocation.revision;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** What each funded school of one fund has now: what was published, and every accepted revision since. */
public record CurrentAmounts(SortedMap<SchoolCode, Current> bySchool) {

    /** What one school has now; more than nothing. */
    public record Current(AllocationId allocation, Money amount) {}

    public CurrentAmounts {
        bySchool = Collections.unmodifiableSortedMap(new TreeMap<>(bySchool));
    }

    /**
     * Adds the revisions to what was published; amounts are never stored, so they cannot disagree.
     *
     * @param published the allocations of the fund's published scenario; those of nothing are left out
     * @param revisions all that were accepted in this fund
     */
    public static CurrentAmounts of(List<Allocation> published, List<Revision.Accepted> revisions) {
        SortedMap<SchoolCode, Current> now = new TreeMap<>();
        for (Allocation allocation : published) {
            if (allocation.amount().isPositive()) {
                Money amount = revisions.stream()
                        .map(revision -> revision.change(allocation.school()))
                        .reduce(allocation.amount(), Money::plus);
                now.put(allocation.school(), new Current(allocation.id(), amount));
            }
        }
        return new CurrentAmounts(now);
    }

    /** What the school has now; empty if it is not funded. */
    public Optional<Current> find(SchoolCode school) {
        return Optional.ofNullable(bySchool.get(school));
    }

    /**
     * What a funded school has now.
     *
     * @throws IllegalArgumentException if it is not funded
     */
    public Money of(SchoolCode school) {
        return find(school)
                .orElseThrow(() -> new IllegalArgumentException("school %s is not funded".formatted(school)))
                .amount();
    }

    /** What all funded schools have together. */
    public Money sum() {
        return bySchool.values().stream().map(Current::amount).reduce(Money.ZERO, Money::plus);
    }
}
