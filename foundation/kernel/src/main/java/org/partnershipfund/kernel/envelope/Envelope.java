package org.partnershipfund.kernel.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;

/**
 * A sealed envelope. Its key is the exclusive or of two random shares; each share is wrapped for one officer's public
 * key. One share says nothing of the other, and nothing of the key.
 *
 * <p>Bytes: eight that say what it is, two wrapped shares, then the content with its length before it, padded to whole
 * KiB so that a price does not show how long it is, encrypted. What it was sealed for (tender, part, bidder) is bound
 * into it: the same bytes under another bidder's name do not open.
 *
 * <p>Source: docs/decisions/0020-sealed-by-two-keys.md.
 */
public final class Envelope {

    /** How long the content may be: a proposal with its pages, not a film. */
    public static final int LONGEST_CONTENT = 4 * 1024 * 1024;

    /** How long a price may be: a form, not a file. */
    public static final int LONGEST_PRICE = 64 * 1024;

    private static final int HEAD = EnvelopeHead.LENGTH;
    private static final int BLOCK = 1024;
    private static final int TAG = 16;
    private static final int SHARE = 32;

    /** What lies in it: the two envelopes of a request for proposals, or the one of an invitation for bids. */
    public enum Part {
        TECHNICAL(1),
        PRICE(2);

        private final int code;

        Part(int code) {
            this.code = code;
        }

        byte code() {
            return (byte) code;
        }

        /** How many bytes of content an envelope of that part holds at most. */
        public int longest() {
            return this == PRICE ? LONGEST_PRICE : LONGEST_CONTENT;
        }
    }

    private final byte[] bytes;

    private Envelope(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * What a bidder has after sealing.
     *
     * @param shares both of them, to be kept by the bidder: they open the bidder's own envelope if an officer's key is
     *     lost
     */
    public record Sealed(Envelope envelope, List<byte[]> shares) {
        public Sealed {
            shares = List.copyOf(shares);
        }
    }

    /**
     * Seals, on the bidder's machine.
     *
     * @param officers the two public keys of the tender, in its order
     * @param random a cryptographic one
     * @throws EnvelopeException if the content is too long
     */
    public static Sealed seal(
            UUID tender, Part part, UUID bidder, List<PublicKey> officers, byte[] content, RandomGenerator random)
            throws EnvelopeException {
        if (officers.size() != 2) {
            throw new IllegalArgumentException("two officers, not " + officers.size());
        }
        if (content.length > part.longest()) {
            throw new EnvelopeException(
                    "it has %d bytes; such an envelope holds at most %d".formatted(content.length, part.longest()));
        }
        byte[] one = new byte[SHARE];
        byte[] two = new byte[SHARE];
        random.nextBytes(one);
        random.nextBytes(two);
        try {
            byte[] head = ByteBuffer.allocate(HEAD)
                    .put(EnvelopeHead.MAGIC)
                    .put(WrappedShare.wrap(tender, part, 0, officers.get(0), one)
                            .bytes())
                    .put(WrappedShare.wrap(tender, part, 1, officers.get(1), two)
                            .bytes())
                    .array();
            int padded = padded(content.length);
            byte[] text = ByteBuffer.allocate(padded)
                    .putInt(content.length)
                    .put(content)
                    .array();
            byte[] sealed = Sealing.crypt(
                    Cipher.ENCRYPT_MODE, Sealing.derive(both(one, two), purpose(tender, part, bidder)), head, text);
            return new Sealed(
                    new Envelope(ByteBuffer.allocate(HEAD + sealed.length)
                            .put(head)
                            .put(sealed)
                            .array()),
                    List.of(one, two));
        } catch (GeneralSecurityException e) {
            throw new EnvelopeException("it could not be sealed", e);
        }
    }

    /**
     * The envelope of these bytes.
     *
     * @throws EnvelopeException if they are none
     */
    public static Envelope of(byte[] bytes) throws EnvelopeException {
        int content = bytes.length - HEAD - TAG;
        if (content < BLOCK
                || content % BLOCK != 0
                || content > LONGEST_CONTENT + BLOCK
                || !Arrays.equals(Arrays.copyOf(bytes, EnvelopeHead.MAGIC.length), EnvelopeHead.MAGIC)) {
            throw new EnvelopeException(
                    "it is not a sealed envelope; make it with ./fund bid seal, as docs/policy/tenders.md §4 says");
        }
        return new Envelope(bytes.clone());
    }

    private static int padded(int content) {
        return (4 + content + BLOCK - 1) / BLOCK * BLOCK;
    }

    /** Whether its content can be as short as an envelope of that part allows; it is padded, so nobody knows more. */
    public boolean isShortEnough(Part part) {
        return bytes.length <= HEAD + padded(part.longest()) + TAG;
    }

    /** What stands before its content. */
    public EnvelopeHead head() {
        try {
            return EnvelopeHead.of(bytes);
        } catch (EnvelopeException e) {
            throw new IllegalStateException("an envelope has a head", e);
        }
    }

    /** As it is kept. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** SHA-256 of it, in hex: the bidder's receipt. */
    public String digest() {
        return Sealing.hex(Sealing.sha256(bytes));
    }

    /** Whether it says that it was sealed for this, to these two keys in this order. */
    public boolean isFor(UUID tender, Part part, List<String> fingerprints) {
        return head().isFor(tender, part, fingerprints);
    }

    /** The share of the first officer (0) or of the second (1), wrapped. */
    public WrappedShare share(int index) {
        return head().share(index);
    }

    /** Whether this is the share, wherever it comes from: the envelope carries its digest. */
    public boolean isShare(int index, byte[] share) {
        return head().isShare(index, share);
    }

    /**
     * Opens it with both shares.
     *
     * @throws EnvelopeException if they are not its shares, or it was sealed by another bidder or otherwise than it says
     */
    public byte[] open(UUID tender, Part part, UUID bidder, byte[] one, byte[] two) throws EnvelopeException {
        if (!isShare(0, one) || !isShare(1, two)) {
            throw new EnvelopeException("these are not its shares");
        }
        try {
            byte[] text = Sealing.crypt(
                    Cipher.DECRYPT_MODE,
                    Sealing.derive(both(one, two), purpose(tender, part, bidder)),
                    Arrays.copyOf(bytes, HEAD),
                    Arrays.copyOfRange(bytes, HEAD, bytes.length));
            int length = ByteBuffer.wrap(text).getInt();
            if (length < 0 || length > text.length - 4) {
                throw new EnvelopeException("its content is shorter than it says");
            }
            return Arrays.copyOfRange(text, 4, 4 + length);
        } catch (GeneralSecurityException e) {
            throw new EnvelopeException(
                    "it does not open: it was sealed for another bidder, or its content was changed", e);
        }
    }

    /**
     * The lot of the opened envelope, in hex: nobody knew it before the opening but who sealed it, so no draw among
     * lots could be arranged by one bidder.
     */
    public static String lot(byte[] one, byte[] two) {
        return Sealing.hex(Sealing.sha256(new byte[] {'l', 'o', 't'}, both(one, two)));
    }

    private static byte[] both(byte[] one, byte[] two) {
        byte[] key = new byte[SHARE];
        for (int i = 0; i < SHARE; i++) {
            key[i] = (byte) (one[i] ^ two[i]);
        }
        return key;
    }

    private static byte[] purpose(UUID tender, Part part, UUID bidder) {
        byte[] words = "partnership-fund envelope 1: content".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(words.length + 33)
                .put(words)
                .put(part.code())
                .put(Sealing.bytes(tender))
                .put(Sealing.bytes(bidder))
                .array();
    }
}
