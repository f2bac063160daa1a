package org.partnershipfund.foundation.problem;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What lies below an exception. Transactions and proxies wrap what they let through, and a commit that failed keeps its
 * reason among the suppressed ones.
 */
public final class Causes {

    private static final int MOST = 100;

    private Causes() {}

    /** The failure, its causes, outermost first, and after them whatever any of them suppressed. */
    public static List<Throwable> of(Throwable failure) {
        var all = new ArrayList<Throwable>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>();
        left.add(failure);
        while (!left.isEmpty() && all.size() < MOST) {
            Throwable next = left.removeFirst();
            if (seen.add(next)) {
                all.add(next);
                left.addAll(List.of(next.getSuppressed()));
                Throwable cause = next.getCause();
                if (cause != null) {
                    left.addFirst(cause);
                }
            }
        }
        return all;
    }

    /** The outermost of a kind. */
    public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
        return of(failure).stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
