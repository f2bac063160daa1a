package org.partnershipfund.procurement.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step done.
 *
 * @param note what was attested or referred to, if anything
 * @param digest the fingerprint of what was signed; null in signatures from before there were any
 */
public record Signature(
        Step step,
        Person by,
        Instant at,
        @Nullable String note,
        @Nullable String digest) {

    /** A step as it is taken, before it is bound to what it is taken for. */
    public Signature(Step step, Person by, Instant at, @Nullable String note) {
        this(step, by, at, note, null);
    }

    /** The same step, bound to what is signed. */
    Signature boundTo(String fingerprint) {
        return new Signature(step, by, at, note, fingerprint);
    }

    /** Whether it was given for something else. */
    boolean isOfOther(String fingerprint) {
        return digest != null && !digest.equals(fingerprint);
    }
}
