package org.partnershipfund.local.audit;

import java.time.Instant;
import java.util.Comparator;

/**
 * A checkpoint as a service once published it: out of its reach since.
 *
 * @param position how far its chain had come
 * @param hash of the link there, hexadecimal
 * @param at when it was noted, in real time
 */
record Noted(long position, String hash, Instant at) implements Comparable<Noted> {

    private static final Comparator<Noted> ORDER =
            Comparator.comparingLong(Noted::position).thenComparing(Noted::at).thenComparing(Noted::hash);

    @Override
    public int compareTo(Noted other) {
        return ORDER.compare(this, other);
    }
}
