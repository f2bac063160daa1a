package org.partnershipfund.foundation.web;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;

/** The raw body of the current request as it was read: its digest, and the file it was spooled to if it was long. */
@RequestScoped
class RequestBody {

    private static final Logger LOG = Logger.getLogger(RequestBody.class);

    private final MessageDigest sha256 = sha256();
    private final Path folder;
    private @Nullable InputStream spooled;
    private boolean refused;

    RequestBody() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Spools into a folder of one's own. */
    RequestBody(Path folder) {
        this.folder = folder;
    }

    /**
     * The same bytes, digested as they are read; more than so many end the request with 413, and a caller who makes
     * its reader wait for longer than the patience with 408.
     */
    InputStream digesting(InputStream body, long mostBytes, Patience patience) {
        return new WholeBody(body, sha256, mostBytes, patience);
    }

    /** The same bytes from a temporary file without a name, so that the digest is known before the first one is used. */
    InputStream spooling(InputStream body, long mostBytes, Patience patience) throws IOException {
        Path file = Files.createTempFile(folder, "upload", ".spool");
        // On Linux the name is gone as soon as the file is open: whatever kills the process, the bytes end with it.
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try (InputStream in = digesting(body, mostBytes, patience)) {
            in.transferTo(Channels.newOutputStream(channel));
            channel.position(0);
        } catch (IOException | RuntimeException e) {
            refused = true;
            channel.close();
            throw e;
        }
        var reread = Channels.newInputStream(channel);
        spooled = reread;
        return reread;
    }

    /** SHA-256 over the request's query and raw body: the same for the same request only. */
    byte[] digestWith(@Nullable String rawQuery) {
        sha256.update((byte) 0);
        sha256.update((rawQuery == null ? "" : rawQuery).getBytes(StandardCharsets.UTF_8));
        return sha256.digest();
    }

    /** Whether it came too slowly, or was too long for an upload, so that its end is neither read nor waited for. */
    boolean isRefused() {
        return refused;
    }

    @PreDestroy
    void forget() throws IOException {
        if (spooled != null) {
            spooled.close();
        }
    }

    /** Reads to the end before it closes: a reader may stop earlier, the digest is of all of it. */
    private final class WholeBody extends DigestInputStream {

        private final long mostBytes;
        private final Patience patience;
        private long bytes;
        private long waitedNanos;
        private boolean closed;

        WholeBody(InputStream body, MessageDigest digest, long mostBytes, Patience patience) {
            super(body, digest);
            this.mostBytes = mostBytes;
            this.patience = patience;
        }

        @Override
        public int read() throws IOException {
            long asked = System.nanoTime();
            try {
                int next = super.read();
                count(next < 0 ? 0 : 1, System.nanoTime() - asked);
                return next;
            } catch (IOException e) {
                throw brokenOff(e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            long asked = System.nanoTime();
            try {
                int got = super.read(buffer, offset, length);
                count(Math.max(got, 0), System.nanoTime() - asked);
                return got;
            } catch (IOException e) {
                throw brokenOff(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed && !refused && bytes <= mostBytes) {
                closed = true;
                transferTo(OutputStream.nullOutputStream());
                super.close();
            }
        }

        /** Said here, where it is known whose fault it is: whether the connection is closed by now is a race. */
        private ProblemException brokenOff(IOException cause) {
            refused = true;
            LOG.infof(
                    "A body ended after %,d bytes: its caller hung up or fell silent (%s)", bytes, cause.getMessage());
            return ProblemException.of(
                    StandardProblem.TOO_SLOW,
                    "After %,d bytes the body broke off. Nothing was done; send it again, whole.".formatted(bytes));
        }

        private void count(int more, long waited) {
            bytes += more;
            waitedNanos += waited;
            if (patience.isOverAfter(Duration.ofNanos(waitedNanos), bytes)) {
                refused = true;
                throw ProblemException.of(
                        StandardProblem.TOO_SLOW,
                        "After %,d bytes the rest of the body did not come. Nothing was done; send it again, without pauses."
                                .formatted(bytes));
            }
            if (bytes > mostBytes) {
                throw ProblemException.of(
                        StandardProblem.TOO_LARGE,
                        "The body has more than %,d bytes. Nothing was done; send less in one request."
                                .formatted(mostBytes));
            }
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
