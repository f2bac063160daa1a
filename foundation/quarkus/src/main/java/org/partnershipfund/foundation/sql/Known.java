package org.partnershipfund.foundation.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was read lately and is not read again while its row is the same; that it is, the database is asked every time. The
 * longest unused goes first.
 */
public final class Known<K, V> {

    private final Map<K, V> values;

    /** @param most how many are kept */
    public Known(int most) {
        values = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** The value, if it is known. */
    public Optional<V> find(K key) {
        synchronized (values) {
            return Optional.ofNullable(values.get(key));
        }
    }

    /** Knows the value from now on. */
    public void keep(K key, V value) {
        synchronized (values) {
            values.put(key, value);
        }
    }

    /** The value, read if it is not known; what is not there is asked for again the next time. */
    public Optional<V> get(K key, Supplier<Optional<V>> read) {
        return find(key).or(() -> {
            Optional<V> fresh = read.get();
            fresh.ifPresent(value -> keep(key, value));
            return fresh;
        });
    }
}
