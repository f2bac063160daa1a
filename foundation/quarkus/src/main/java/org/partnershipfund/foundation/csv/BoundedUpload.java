package org.partnershipfund.foundation.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** An upload's bytes: counted, digested, and refused beyond a limit or when one line never ends. */
final class BoundedUpload extends FilterInputStream {

    /** More bytes than the door takes; says which limit. */
    static final class TooLarge extends IOException {

        TooLarge(String limit) {
            super(limit);
        }

        String limit() {
            return String.valueOf(getMessage());
        }
    }

    /** A quote that is never closed would make one cell of the whole upload. */
    private static final long LONGEST_LINE = 1L << 20;

    private final MessageDigest sha256 = sha256();
    private final long mostBytes;
    private long bytes;
    private long bytesAtLine;

    BoundedUpload(InputStream upload, long mostBytes) {
        super(upload);
        this.mostBytes = mostBytes;
    }

    /** The parser has understood a line; the next one may be as long again. */
    void nextLine() {
        bytesAtLine = bytes;
    }

    byte[] digest() {
        return sha256.digest();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            sha256.update((byte) next);
            count(1);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        if (got > 0) {
            sha256.update(buffer, offset, got);
            count(got);
        }
        return got;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) throws IOException {
        bytes += more;
        if (bytes > mostBytes) {
            throw new TooLarge("%,d bytes".formatted(mostBytes));
        }
        if (bytes - bytesAtLine > LONGEST_LINE) {
            throw new TooLarge("%,d bytes in one line".formatted(LONGEST_LINE));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
