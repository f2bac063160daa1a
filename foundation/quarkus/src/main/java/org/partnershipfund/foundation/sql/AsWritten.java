package org.partnershipfund.foundation.sql;

import java.lang.ref.SoftReference;
import java.util.Optional;

/**
 * What was read or written lately, each as its row was written last. Whoever holds a row asks with the lock which writing it
 * is, and reads no more if this one is known. It lies in soft references: what nobody asks for goes, at the latest before
 * the heap is full.
 */
public final class AsWritten<K, V> {

    private final Known<K, SoftReference<Writing<V>>> known;

    /** @param most how many are kept */
    public AsWritten(int most) {
        this.known = new Known<>(most);
    }

    /**
     * A value and the writing of its row.
     *
     * @param mark as {@link #mark} says it
     */
    public record Writing<V>(String mark, V value) {}

    /**
     * An expression for which writing of a row this is: its version, the transaction that wrote it, and when. The number of a
     * transaction is not enough: that of one which was lost in a crash or a failover is given again.
     *
     * @param row the alias of a table with the columns {@code version} and {@code modified_at}, of which every change of the
     *     value writes the row
     */
    public static String mark(String row) {
        return "(%1$s.version || ' ' || %1$s.xmin || ' ' || %1$s.modified_at)".formatted(row);
    }

    /** The newest writing that was seen here. */
    public Optional<Writing<V>> find(K key) {
        return known.find(key).map(SoftReference::get);
    }

    /** Takes note of what was read, or of what this transaction wrote: if it comes to nothing, no row ever has its mark. */
    public void keep(K key, Writing<V> writing) {
        known.keep(key, new SoftReference<>(writing));
    }
}
