package org.partnershipfund.portfolio.matching;

import java.time.LocalDate;
import java.util.Map;

/**
 * How many points what gives, from a day on (policy matching §3).
 *
 * @param source who decided so
 * @param values every item; none below zero, a part never above its whole
 */
public record PointsTable(LocalDate validFrom, String source, Map<Item, Integer> values) {

    public PointsTable {
        values = Map.copyOf(values);
        for (Item item : Item.values()) {
            if (values.getOrDefault(item, -1) < 0) {
                throw new IllegalArgumentException("the points table needs a %s of 0 or more".formatted(item.word()));
            }
        }
        if (of(values, Item.GOAL_AREA) > of(values, Item.GOAL)
                || of(values, Item.WHERE_NEARBY) > of(values, Item.WHERE)) {
            throw new IllegalArgumentException("a part gives no more points than the whole");
        }
    }

    /** All tables there are. */
    public interface Book {
        /** The table in force on a day: the newest that does not begin later; before all of them the first. */
        PointsTable on(LocalDate day);
    }

    int of(Item item) {
        return of(values, item);
    }

    private static int of(Map<Item, Integer> values, Item item) {
        return values.getOrDefault(item, 0);
    }
}
