package org.partnershipfund.foundation.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel stands, partition by partition: several consumers share the partitions, and the progress of one must
 * not hide that another is stuck.
 */
record Progress(Map<TopicPartition, Place> places, Instant seen) {

    Progress {
        places = Map.copyOf(places);
    }

    /**
     * Where the group stands in one partition.
     *
     * @param settled its offset; grows with every record that was settled
     * @param lag what is left
     * @param moved when it last moved, or had nothing to do
     */
    record Place(long settled, long lag, Instant moved) {}

    /** What one look saw of one partition. */
    record Look(long settled, long lag) {}

    /** What is known after a look. */
    static Progress after(@Nullable Progress before, Map<TopicPartition, Look> looks, Instant now) {
        Map<TopicPartition, Place> places = new HashMap<>();
        looks.forEach((partition, look) -> {
            Place known = before == null ? null : before.places().get(partition);
            boolean still = known != null && known.settled() == look.settled() && look.lag() > 0;
            places.put(partition, new Place(look.settled(), look.lag(), known != null && still ? known.moved() : now));
        });
        return new Progress(places, now);
    }

    /** How many records are left in all partitions. */
    long lag() {
        return places.values().stream().mapToLong(Place::lag).sum();
    }

    /** Since when the partition that waits longest has not moved; the time of the look if none waits. */
    Instant moved() {
        return places.values().stream()
                .filter(place -> place.lag() > 0)
                .map(Place::moved)
                .min(Comparator.naturalOrder())
                .orElse(seen);
    }

    /** Whether a partition has work and has not moved for longer than this. */
    boolean isStalled(Instant now, Duration patience) {
        return moved().isBefore(now.minus(patience));
    }
}
