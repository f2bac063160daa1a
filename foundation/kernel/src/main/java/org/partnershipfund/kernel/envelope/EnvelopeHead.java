package org.partnershipfund.kernel.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What stands before the content of an {@link Envelope}: the two wrapped shares. It is enough to give the shares out and
 * to check those that come back, so that the contents, which may be long, stay where they are.
 */
public final class EnvelopeHead {

    static final byte[] MAGIC = "PFSEAL1\n".getBytes(StandardCharsets.US_ASCII);

    /** So many first bytes of an envelope are its head. */
    public static final int LENGTH = 8 + 2 * WrappedShare.LENGTH;

    private final byte[] bytes;

    private EnvelopeHead(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The head of these bytes, of which there may be more.
     *
     * @throws EnvelopeException if it is none
     */
    public static EnvelopeHead of(byte[] bytes) throws EnvelopeException {
        if (bytes.length < LENGTH || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC)) {
            throw new EnvelopeException(
                    "it is not a sealed envelope; make it with ./fund bid seal, as docs/policy/tenders.md §4 says");
        }
        return new EnvelopeHead(Arrays.copyOf(bytes, LENGTH));
    }

    /** Whether it says that it was sealed for this, to these two keys in this order. */
    public boolean isFor(UUID tender, Envelope.Part part, List<String> fingerprints) {
        return List.of(0, 1).stream().allMatch(i -> share(i).isOf(tender, part) && share(i).isFor(fingerprints.get(i)));
    }

    /** The share of the first officer (0) or of the second (1), wrapped. */
    public WrappedShare share(int index) {
        int from = MAGIC.length + index * WrappedShare.LENGTH;
        return new WrappedShare(Arrays.copyOfRange(bytes, from, from + WrappedShare.LENGTH));
    }

    /** Whether this is the share, wherever it comes from: the envelope carries its digest. */
    public boolean isShare(int index, byte[] share) {
        return share(index).isShare(index, share);
    }
}
