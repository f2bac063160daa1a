package org.partnershipfund.portfolio.adapter.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.partnershipfund.portfolio.evidence.Evidence;
import org.partnershipfund.portfolio.evidence.FileType;
import org.partnershipfund.portfolio.evidence.Inspection;

/**
 * Where the bytes of evidence lie: {@code folder/ab/ab12…}, named by their digest, so the same bytes lie there once. They
 * are there before the table says so; what a refused or failed request leaves behind is admitted content that nothing
 * refers to.
 */
@ApplicationScoped
public class EvidenceFiles {

    private final EvidenceSettings settings;

    EvidenceFiles(EvidenceSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes an upload in and looks into it; only what is admitted stays.
     *
     * @param declared what its sender calls it besides its name; empty if they do not say
     */
    public Evidence.Received receive(InputStream upload, String fileName, Optional<FileType> declared) {
        Path folder = settings.folder();
        try {
            Path incoming =
                    Files.createTempFile(Files.createDirectories(folder.resolve("incoming")), "upload", ".part");
            try {
                MessageDigest digest = sha256();
                try (OutputStream out = Files.newOutputStream(incoming);
                        InputStream in = new DigestInputStream(upload, digest)) {
                    in.transferTo(out);
                }
                Inspection inspection = FileInspector.inspect(incoming);
                long bytes = Files.size(incoming);
                String sha256 = HexFormat.of().formatHex(digest.digest());
                if (inspection instanceof Inspection.Admitted) {
                    Files.createDirectories(shelf(sha256));
                    keep(incoming, at(sha256));
                }
                return new Evidence.Received(fileName, declared, inspection, bytes, sha256);
            } finally {
                Files.deleteIfExists(incoming);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep an upload in " + folder.toAbsolutePath(), e);
        }
    }

    private static void keep(Path incoming, Path home) throws IOException {
        if (!Files.exists(home)) {
            try {
                Files.move(incoming, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException _) {
                // somebody else brought the same bytes at the same moment
            }
        }
    }

    /** The bytes of evidence, to be read once. */
    public InputStream open(Evidence evidence) {
        try {
            return Files.newInputStream(at(evidence.sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no bytes of evidence " + evidence.id().value(), e);
        }
    }

    private Path at(String sha256) {
        return shelf(sha256).resolve(sha256);
    }

    private Path shelf(String sha256) {
        return settings.folder().resolve(sha256.substring(0, 2));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
