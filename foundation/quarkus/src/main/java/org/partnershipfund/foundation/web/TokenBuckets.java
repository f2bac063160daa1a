package org.partnershipfund.foundation.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each caller, kept as one number: the moment at which it will be full again (the generic cell
 * rate algorithm). Bounded: what is forgotten first is who came least often, so a flood of new callers forgets itself.
 */
final class TokenBuckets {

    private final Rate rate;
    private final LongSupplier nanoTime;
    private final Cache<String, AtomicLong> fullAt;

    /**
     * @param mostCallers how many are kept in mind
     * @param nanoTime a clock that only goes forward, such as {@code System::nanoTime}
     */
    TokenBuckets(Rate rate, int mostCallers, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
        this.fullAt = Caffeine.newBuilder()
                .maximumSize(mostCallers)
                .expireAfterAccess(rate.ahead().plusSeconds(1))
                .ticker(nanoTime::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /** Takes one token of the caller; zero, or how long to wait for the next one. A refused caller loses nothing. */
    Duration take(String caller) {
        long now = nanoTime.getAsLong();
        AtomicLong full = fullAt.get(caller, _ -> new AtomicLong(now));
        while (true) {
            long before = full.get();
            long start = before - now > 0 ? before : now;
            long after = start + rate.each().toNanos();
            long tooFar = after - now - rate.ahead().toNanos();
            if (tooFar > 0) {
                return Duration.ofNanos(tooFar);
            }
            if (full.compareAndSet(before, after)) {
                return Duration.ZERO;
            }
        }
    }

    /** How many callers are kept in mind. */
    long callers() {
        fullAt.cleanUp();
        return fullAt.estimatedSize();
    }
}
