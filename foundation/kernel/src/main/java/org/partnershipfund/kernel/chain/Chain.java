package org.partnershipfund.kernel.chain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How one link follows from the one before: SHA-256 over previous hash, position and the row's canonical bytes.
 *
 * <p>Source: docs/decisions/0004-event-backbone.md.
 */
public final class Chain {

    /** Of SHA-256. */
    public static final int HASH_BYTES = 32;

    private Chain() {}

    /** What stands before position 1. */
    public static byte[] beginning() {
        return new byte[HASH_BYTES];
    }

    /** The hash of the link at a position, from the hash before it and the row that stands there. */
    public static byte[] link(byte[] previous, long position, LoggedRow row) {
        MessageDigest sha256 = sha256();
        sha256.update(previous);
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        sha256.update(row.canonicalBytes());
        return sha256.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
