package org.partnershipfund.local.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords that are drawn once and kept in files that only the owner may read. */
public final class Secrets {

    private static final int PASSWORD_BYTES = 24;
    private static final int DEMO_PASSWORD_BYTES = 4;

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The password of a database role; drawn at the first call. */
    public String password(String role) {
        var file = folder.resolve(role + ".password");
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(bytes);
                write(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one password of all demo people: short, because people type it; shown on purpose, and of this place only. */
    public String demoPassword() {
        var file = folder.resolve("demo-people.password");
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[DEMO_PASSWORD_BYTES];
                new SecureRandom().nextBytes(bytes);
                write(file, "demo-" + HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that nobody else could read at any moment; a reader never sees half of it. */
    public void write(Path file, String content) throws IOException {
        makeFolder();
        var draft = Files.createTempFile(
                folder,
                ".",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content);
        var _ = Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file of this folder. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    private void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            var _ = Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }
}
