package org.partnershipfund.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A packaged service in {@code target/quarkus-app}: digests of what is in it. */
final class AppJar {

    private final Path folder;

    AppJar(Path runner) {
        var parent = runner.getParent();
        this.folder = parent == null ? runner : parent;
    }

    /** A digest of every migration and of the configuration they run under. */
    String migrationsDigest() {
        var digest = sha256();
        for (var jar : jars("app", "").toList()) {
            addMigrations(digest, jar);
        }
        for (var jar : jars("lib/main", "org.partnershipfund.").toList()) {
            addMigrations(digest, jar);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Stream<Path> jars(String sub, String prefix) {
        try (var files = Files.list(folder.resolve(sub))) {
            return files
                    .filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder.resolve(sub), e);
        }
    }

    private static void addMigrations(MessageDigest digest, Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> entry.getName().startsWith("db/")
                            || entry.getName().equals("application.properties")
                            || entry.getName().equals("META-INF/microprofile-config.properties"))
                    .map(entry -> entry.getName() + ":" + Long.toHexString(entry.getCrc()) + "\n")
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
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
