package org.partnershipfund.foundation.inbox;

import java.util.concurrent.atomic.AtomicInteger;

/** School codes that no other test uses. */
final class Schools {

    private static final AtomicInteger NEXT = new AtomicInteger(350_000);

    private Schools() {}

    static String next() {
        return "%08d".formatted(NEXT.incrementAndGet());
    }
}
