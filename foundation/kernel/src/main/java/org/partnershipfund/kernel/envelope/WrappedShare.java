package org.partnershipfund.kernel.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KEM;

/**
 * One officer's share of an envelope's key, as only that officer's private key reads it. It says to which tender and
 * part it belongs, and nothing of the bidder.
 */
public final class WrappedShare {

    /** Tender, part, fingerprint, digest of the share, encapsulation, share with its tag. */
    static final int LENGTH = 16 + 1 + 32 + 32 + 32 + 48;

    private static final int BOUND = 16 + 1 + 32 + 32;
    private static final byte[] PURPOSE = "partnership-fund envelope 1: share".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    WrappedShare(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The wrapped share of its text.
     *
     * @throws EnvelopeException if it is none
     */
    public static WrappedShare ofText(String base64) throws EnvelopeException {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == LENGTH) {
                return new WrappedShare(bytes);
            }
        } catch (IllegalArgumentException e) {
            throw new EnvelopeException("it is not a wrapped share in base64", e);
        }
        throw new EnvelopeException("it is not a wrapped share of %d bytes".formatted(LENGTH));
    }

    /** In base64. */
    public String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static WrappedShare wrap(UUID tender, Envelope.Part part, int index, PublicKey officer, byte[] share)
            throws GeneralSecurityException {
        byte[] bound = ByteBuffer.allocate(BOUND)
                .put(Sealing.bytes(tender))
                .put(part.code())
                .put(Sealing.sha256(officer.getEncoded()))
                .put(digest(index, share))
                .array();
        KEM.Encapsulated sent =
                KEM.getInstance("DHKEM").newEncapsulator(officer).encapsulate();
        byte[] wrapped =
                Sealing.crypt(Cipher.ENCRYPT_MODE, Sealing.derive(sent.key().getEncoded(), PURPOSE), bound, share);
        return new WrappedShare(ByteBuffer.allocate(LENGTH)
                .put(bound)
                .put(sent.encapsulation())
                .put(wrapped)
                .array());
    }

    /**
     * Reads the share, where the private key is.
     *
     * @throws EnvelopeException if it was wrapped for another key, or was changed
     */
    public byte[] unwrap(PrivateKey officer) throws EnvelopeException {
        try {
            var secret = KEM.getInstance("DHKEM")
                    .newDecapsulator(officer)
                    .decapsulate(Arrays.copyOfRange(bytes, BOUND, BOUND + 32));
            return Sealing.crypt(
                    Cipher.DECRYPT_MODE,
                    Sealing.derive(secret.getEncoded(), PURPOSE),
                    Arrays.copyOf(bytes, BOUND),
                    Arrays.copyOfRange(bytes, BOUND + 32, LENGTH));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new EnvelopeException("the share cannot be read with this key", e);
        }
    }

    /** Whether it says that it was wrapped for the key with this fingerprint. */
    public boolean isFor(String fingerprint) {
        return fingerprint.equals(Sealing.hex(Arrays.copyOfRange(bytes, 17, 49)));
    }

    boolean isOf(UUID tender, Envelope.Part part) {
        return Arrays.equals(Arrays.copyOf(bytes, 16), Sealing.bytes(tender)) && bytes[16] == part.code();
    }

    boolean isShare(int index, byte[] share) {
        return MessageDigest.isEqual(digest(index, share), Arrays.copyOfRange(bytes, 49, 81));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Says nothing of a share: there are too many to try. */
    private static byte[] digest(int index, byte[] share) {
        return Sealing.sha256(new byte[] {'s', 'h', 'a', 'r', 'e', (byte) index}, share);
    }
}
