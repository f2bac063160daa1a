package org.partnershipfund.allocation.equity;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.partnershipfund.allocation.formula.LargestRemainder;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Five equal fifths of all pupils in the order of need, 1 the least and 5 the greatest. A school that lies across a
 * border is in both fifths, with the share of its pupils that lies in each; schools of the same index lie across it
 * alike.
 *
 * <p>Source: docs/policy/equity.md §4.
 */
public final class NeedQuintiles {

    /** How many there are. */
    public static final int COUNT = 5;

    /** The fifth of the greatest need. */
    public static final int TOP = COUNT;

    private final Map<SchoolCode, SortedMap<Integer, Long>> parts = new HashMap<>();

    private NeedQuintiles() {}

    /** The fifths of these schools' pupils; schools without pupils are in none. */
    public static NeedQuintiles of(Collection<SchoolAmount> schools) {
        var quintiles = new NeedQuintiles();
        SortedMap<IndexValue, List<SchoolAmount>> groups = schools.stream()
                .filter(SchoolAmount::hasPupils)
                .collect(Collectors.groupingBy(SchoolAmount::index, TreeMap::new, Collectors.toList()));
        long all = groups.values().stream().mapToLong(NeedQuintiles::pupils).sum();
        long before = 0;
        for (List<SchoolAmount> group : groups.values()) {
            long behind = before + pupils(group);
            SortedMap<Integer, Long> part = overlaps(before, behind, all);
            group.forEach(school -> quintiles.parts.put(school.school(), part));
            before = behind;
        }
        return quintiles;
    }

    /**
     * An amount of one school by the fifths that its pupils are in, by largest remainder: to the cent, and no fifth that
     * none of them is in.
     *
     * @param school one of those that the fifths were made of, with pupils
     * @param amount zero or more
     */
    public SortedMap<Integer, Money> split(SchoolCode school, Money amount) {
        SortedMap<Integer, Long> part = parts.get(school);
        if (part == null) {
            throw new IllegalArgumentException("school %s has no pupils in any fifth".formatted(school));
        }
        SortedMap<Integer, Money> split = new TreeMap<>();
        LargestRemainder.split(amount, part).forEach((quintile, share) -> split.put(quintile, share.amount()));
        return split;
    }

    /** Which fifths the school's pupils are in, the least need first; empty for a school without pupils. */
    public List<Integer> of(SchoolCode school) {
        SortedMap<Integer, Long> part = parts.get(school);
        return part == null ? List.of() : List.copyOf(part.keySet());
    }

    /** How much of the row from {@code before} to {@code behind} lies in each fifth, in fifths of a pupil. */
    private static SortedMap<Integer, Long> overlaps(long before, long behind, long all) {
        SortedMap<Integer, Long> part = new TreeMap<>();
        for (int quintile = 1; quintile <= COUNT; quintile++) {
            long from = Math.max(COUNT * before, (quintile - 1) * all);
            long to = Math.min(COUNT * behind, quintile * all);
            if (from < to) {
                part.put(quintile, to - from);
            }
        }
        return part;
    }

    private static long pupils(Collection<SchoolAmount> schools) {
        return schools.stream().mapToLong(SchoolAmount::pupils).sum();
    }
}
