package org.partnershipfund.foundation.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.inbox.Progress.Look;

/** A consumer that is alive and not consuming is seen, whatever the others do. */
class ProgressTest {

    private static final TopicPartition FIRST = new TopicPartition("partnership-fund.allocation.v1", 0);
    private static final TopicPartition SECOND = new TopicPartition("partnership-fund.allocation.v1", 1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_partition_that_moves_does_not_hide_one_that_is_stuck() {
        var progress = look(null, 0, new Look(10, 5), new Look(70, 5));
        progress = look(progress, 40, new Look(10, 5), new Look(90, 5));
        progress = look(progress, 80, new Look(10, 5), new Look(110, 5));

        assertThat(progress.isStalled(at(80), MINUTE)).isTrue();
        assertThat(progress.moved()).isEqualTo(at(0));
        assertThat(progress.lag()).isEqualTo(10);
    }

    @Test
    void partitions_that_all_move_are_not_stalled_however_far_they_are_behind() {
        var progress = look(null, 0, new Look(10, 5_000), new Look(70, 5_000));
        progress = look(progress, 40, new Look(10, 5_000), new Look(90, 5_000));
        progress = look(progress, 80, new Look(11, 5_000), new Look(90, 5_000));

        assertThat(progress.isStalled(at(80), MINUTE)).isFalse();
        assertThat(progress.moved()).isEqualTo(at(40));
    }

    @Test
    void a_partition_with_nothing_to_do_does_not_move_and_is_well() {
        var progress = look(null, 0, new Look(10, 0), new Look(70, 0));
        progress = look(progress, 80, new Look(10, 0), new Look(70, 0));

        assertThat(progress.isStalled(at(80), MINUTE)).isFalse();
        assertThat(progress.moved()).isEqualTo(at(80));
    }

    @Test
    void the_patience_begins_when_there_is_something_to_do() {
        var progress = look(null, 0, new Look(10, 0), new Look(70, 0));
        progress = look(progress, 80, new Look(10, 0), new Look(70, 0));
        progress = look(progress, 100, new Look(10, 3), new Look(70, 0));

        assertThat(progress.isStalled(at(100), MINUTE)).isFalse();

        progress = look(progress, 161, new Look(10, 3), new Look(70, 0));

        assertThat(progress.isStalled(at(161), MINUTE)).isTrue();
    }

    private static Progress look(@Nullable Progress before, int second, Look first, Look other) {
        return Progress.after(before, Map.of(FIRST, first, SECOND, other), at(second));
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
