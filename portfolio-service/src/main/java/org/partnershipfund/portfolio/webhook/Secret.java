package org.partnershipfund.portfolio.webhook;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What we sign with and the partner verifies by; only the two of us know it.
 *
 * @param text {@code whsec_} and 32 bytes in Base64 (Standard Webhooks)
 * @param until from when on it no longer signs; empty for the newest
 */
public record Secret(String text, Optional<Instant> until) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    /**
     * A new secret.
     *
     * @param random 32 bytes from a cryptographic source
     */
    public static Secret of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a secret is made of 32 bytes, not " + random.length);
        }
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(random), Optional.empty());
    }

    boolean signsAt(Instant at) {
        return until.map(at::isBefore).orElse(true);
    }

    Secret endingAt(Instant end) {
        return new Secret(text, Optional.of(until.filter(end::isAfter).orElse(end)));
    }

    /** Never the secret itself: a log is no place for it. */
    @Override
    public String toString() {
        return "Secret[until=" + until + "]";
    }
}
