package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** How many requests a caller may send, by a clock that the test turns. */
class TokenBucketsTest {

    private final AtomicLong now = new AtomicLong();

    private TokenBuckets buckets(int perSecond, int atOnce, int mostCallers) {
        return new TokenBuckets(new Rate(perSecond, atOnce), mostCallers, now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void after_a_rest_so_many_at_once_and_then_one_for_each_part_of_a_second() {
        var buckets = buckets(10, 3, 100);

        assertThat(IntStream.range(0, 3).mapToObj(_ -> buckets.take("school"))).containsOnly(Duration.ZERO);
        assertThat(buckets.take("school")).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(99));
        assertThat(buckets.take("school")).isEqualTo(Duration.ofMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(buckets.take("school")).isZero();
        assertThat(buckets.take("school")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void who_was_refused_does_not_wait_longer_for_having_asked() {
        var buckets = buckets(1, 1, 100);
        assertThat(buckets.take("school")).isZero();

        for (int i = 0; i < 1_000; i++) {
            assertThat(buckets.take("school")).isEqualTo(Duration.ofSeconds(1));
        }
        pass(Duration.ofSeconds(1));

        assertThat(buckets.take("school")).isZero();
    }

    @Test
    void one_caller_takes_nothing_from_another() {
        var buckets = buckets(1, 1, 100);
        assertThat(buckets.take("school")).isZero();
        assertThat(buckets.take("school")).isPositive();

        assertThat(buckets.take("partner")).isZero();
    }

    @Test
    void a_rest_of_a_year_allows_no_more_at_once_than_a_rest_of_a_minute() {
        var buckets = buckets(1, 2, 100);
        assertThat(buckets.take("school")).isZero();
        pass(Duration.ofDays(365));

        assertThat(buckets.take("school")).isZero();
        assertThat(buckets.take("school")).isZero();
        assertThat(buckets.take("school")).isPositive();
    }

    @Test
    void a_flood_of_addresses_fills_no_memory_and_frees_nobody_who_comes_all_the_time() {
        var buckets = buckets(1, 5, 50);

        for (int i = 0; i < 10_000; i++) {
            var _ = buckets.take("always here");
            var _ = buckets.take("address " + i);
        }

        assertThat(buckets.callers()).isLessThanOrEqualTo(50);
        assertThat(buckets.take("always here")).isPositive();
    }

    @Test
    void a_caller_whose_bucket_is_full_again_is_forgotten() {
        var buckets = buckets(1, 2, 100);
        var _ = buckets.take("school");
        pass(Duration.ofSeconds(10));

        assertThat(buckets.callers()).isZero();
    }

    @Property(tries = 200)
    void whatever_the_rhythm_nobody_gets_more_than_the_rate_allows(
            @ForAll @IntRange(min = 1, max = 50) int perSecond,
            @ForAll @IntRange(min = 1, max = 400) int atOnce,
            @ForAll @IntRange(min = 1, max = 400) int pauseMillis) {
        var clock = new AtomicLong();
        var buckets = new TokenBuckets(new Rate(perSecond, atOnce), 10, clock::get);
        int served = 0;
        for (int i = 0; i < 300; i++) {
            served += buckets.take("school").isZero() ? 1 : 0;
            clock.addAndGet(Duration.ofMillis(pauseMillis).toNanos());
        }
        double seconds = 299 * pauseMillis / 1_000.0;

        assertThat((double) served).isLessThanOrEqualTo(atOnce + seconds * perSecond + 1);
        if (pauseMillis * perSecond >= 1_000 || atOnce >= 300) {
            assertThat(served).as("who keeps to the rate is never refused").isEqualTo(300);
        }
    }

    @Test
    void a_rate_that_lets_nobody_in_is_a_mistake_in_the_settings() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, 5)).withMessageContaining("0 a second");
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(5, 0)).withMessageContaining("0 at once");
    }
}
