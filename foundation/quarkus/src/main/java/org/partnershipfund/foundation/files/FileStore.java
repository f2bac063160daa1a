package org.partnershipfund.foundation.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.partnershipfund.kernel.FileType;
import org.partnershipfund.kernel.ReceivedFile;

/**
 * Where the bytes of files lie: {@code folder/ab/ab12…}, named by their digest, so the same bytes lie there once. They are
 * there before a table says so; what is refused is removed, and what a crash left is swept.
 */
public final class FileStore {

    private final Path folder;

    /**
     * A store in a folder, which is made when the first file comes.
     *
     * @param folder all instances of a service see the same one
     */
    public FileStore(Path folder) {
        this.folder = folder;
    }

    /** An upload that is here and not kept yet. Closed, it is gone unless it was kept. */
    public static final class Upload implements AutoCloseable {

        private final ReceivedFile received;
        private final Path incoming;
        private final Path home;

        private Upload(ReceivedFile received, Path incoming, Path home) {
            this.received = received;
            this.incoming = incoming;
            this.home = home;
        }

        /** What it is. */
        public ReceivedFile received() {
            return received;
        }

        /** Puts its bytes where they stay. */
        public void keep() {
            if (isThere()) {
                return;
            }
            try {
                Files.createDirectories(home.getParent());
                Files.move(incoming, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException _) {
                // somebody else brought the same bytes at the same moment
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep an upload as " + home, e);
            }
        }

        /** Whether the same bytes lie there; they are as young as their newest bringer, so that no sweep takes them away. */
        private boolean isThere() {
            try {
                Files.setLastModifiedTime(home, FileTime.from(Instant.now()));
                return true;
            } catch (NoSuchFileException _) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep an upload as " + home, e);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(incoming);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove the upload " + incoming, e);
            }
        }
    }

    /**
     * Takes an upload in and looks into it.
     *
     * @param declared what its sender calls it besides its name; empty if they do not say
     */
    public Upload receive(InputStream upload, String fileName, Optional<FileType> declared) {
        try {
            Path incoming =
                    Files.createTempFile(Files.createDirectories(folder.resolve("incoming")), "upload", ".part");
            boolean isRead = false;
            try {
                MessageDigest digest = sha256();
                try (OutputStream out = Files.newOutputStream(incoming);
                        InputStream in = new DigestInputStream(upload, digest)) {
                    in.transferTo(out);
                }
                String sha256 = HexFormat.of().formatHex(digest.digest());
                var received = new ReceivedFile(
                        fileName, declared, FileInspector.inspect(incoming), Files.size(incoming), sha256);
                isRead = true;
                return new Upload(received, incoming, at(sha256));
            } finally {
                if (!isRead) {
                    Files.deleteIfExists(incoming);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep an upload in " + folder.toAbsolutePath(), e);
        }
    }

    /** The bytes with that digest, to be read once. */
    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(at(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("no bytes with the digest " + sha256, e);
        }
    }

    /** Takes away what nobody needs; see {@link FileSweep}. */
    FileSweep.Swept sweep(FileSweep.Names names, Instant olderThan) {
        return new Sweeping(folder, names, olderThan).sweep();
    }

    private Path at(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
