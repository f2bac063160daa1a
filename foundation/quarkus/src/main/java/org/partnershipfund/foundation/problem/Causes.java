package org.partnershipfund.foundation.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies below an exception; transactions and proxies wrap what they let through. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    /** The failure and its causes, outermost first. */
    static List<Throwable> of(Throwable failure) {
        var all = new ArrayList<Throwable>();
        @Nullable Throwable next = failure;
        while (next != null && all.size() < DEEPEST) {
            all.add(next);
            next = next.getCause();
        }
        return all;
    }

    /** The outermost of a kind. */
    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        return of(failure).stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
