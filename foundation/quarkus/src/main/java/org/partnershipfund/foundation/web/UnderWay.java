package org.partnershipfund.foundation.web;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many requests of each caller are under way. Nobody is kept who has none, so there are never more callers here than
 * requests in the service.
 */
final class UnderWay {

    private final ConcurrentMap<String, Integer> requests = new ConcurrentHashMap<>();
    private final int most;

    UnderWay(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "a caller may have 1 request under way at least, not %d".formatted(most));
        }
        this.most = most;
    }

    /**
     * Counts one more.
     *
     * @return whether it may go on; if so, it must {@link #leave} once
     */
    boolean enter(String caller) {
        boolean[] entered = {false};
        var _ = requests.compute(caller, (_, now) -> {
            int others = now == null ? 0 : now;
            entered[0] = others < most;
            return entered[0] ? others + 1 : others;
        });
        return entered[0];
    }

    void leave(String caller) {
        var _ = requests.computeIfPresent(caller, (_, now) -> now == 1 ? null : now - 1);
    }

    /** Callers who have something under way. */
    int callers() {
        return requests.size();
    }
}
