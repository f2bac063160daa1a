package org.partnershipfund.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.partnershipfund.local.process.StartFailedException;
import org.tukaani.xz.XZInputStream;

/** Unpacks Zonky's PostgreSQL for this machine, once. */
final class PostgresBinaries {

    private static final int OWNER_EXECUTE = 0100;

    private PostgresBinaries() {}

    /** The folder with {@code bin/postgres}; unpacked beside it first and then renamed, so never half there. */
    static Path unpackedIn(Path folder) {
        var home = folder.resolve("postgres-" + archive().replace(".txz", ""));
        if (Files.isExecutable(home.resolve("bin/postgres"))) {
            return home;
        }
        try (var packed = PostgresBinaries.class.getResourceAsStream("/" + archive())) {
            if (packed == null) {
                throw new StartFailedException("there is no PostgreSQL for this machine (" + archive()
                        + "); give one of your own by FUND_EXTERNAL_POSTGRES=host:port");
            }
            var _ = Files.createDirectories(folder);
            var draft = Files.createTempDirectory(folder, "unpacking-");
            unpack(packed, draft);
            openToOthers(draft);
            var _ = Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + folder, e);
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    var _ = Files.createDirectories(file);
                    continue;
                }
                var _ = Files.createDirectories(file.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    var _ = Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    var _ = Files.copy(tar, file);
                    if ((entry.getMode() & OWNER_EXECUTE) != 0) {
                        var _ = Files.setPosixFilePermissions(file, executable());
                    }
                }
            }
        }
    }

    // As root, PostgreSQL may run as another user: it must be able to read its own program.
    private static void openToOthers(Path folder) throws IOException {
        var _ = Files.setPosixFilePermissions(folder, executable());
    }

    private static Set<PosixFilePermission> executable() {
        return new HashSet<>(java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String archive() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var cpu = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        var system = os.contains("mac") ? "darwin" : "linux";
        var arm = cpu.equals("aarch64") || cpu.equals("arm64");
        return "postgres-%s-%s.txz".formatted(system, arm ? "arm_64" : "x86_64");
    }
}
