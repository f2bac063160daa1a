package org.partnershipfund.approval.adapter.db;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was read lately and cannot have changed, because its key names its version; the key itself is read anew every time.
 * The longest unused goes first.
 */
final class Known<K, V> {

    private static final int MOST = 256;

    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    };

    /** The value, read if it is not known; what is not there is asked for again the next time. */
    Optional<V> get(K key, Supplier<Optional<V>> read) {
        synchronized (values) {
            V value = values.get(key);
            if (value != null) {
                return Optional.of(value);
            }
        }
        Optional<V> fresh = read.get();
        fresh.ifPresent(value -> {
            synchronized (values) {
                values.put(key, value);
            }
        });
        return fresh;
    }
}
