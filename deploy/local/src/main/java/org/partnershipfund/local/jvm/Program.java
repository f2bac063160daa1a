package org.partnershipfund.local.jvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.local.process.ChildSpec;

/**
 * A child that is a JVM: which jars it runs, and how options are given to it.
 *
 * @param jars the folder that holds all of them
 */
record Program(ChildSpec spec, Path jars) {

    private static final int DIGEST_CHARACTERS = 16;

    /** The child as a program; empty when it is no JVM, as PostgreSQL. */
    static Optional<Program> of(ChildSpec spec) {
        var command = spec.command();
        if (!Path.of(command.getFirst()).endsWith("bin/java")) {
            return Optional.empty();
        }
        for (var flag : List.of("-jar", "-cp")) {
            var at = command.indexOf(flag);
            // A jar in the folder, or folder/*: either way what stands beside it counts too.
            var folder = at < 0 ? null : Path.of(command.get(at + 1)).getParent();
            if (folder != null) {
                return Optional.of(new Program(spec, folder));
            }
        }
        return Optional.empty();
    }

    /** The same child with more options for its JVM. */
    ChildSpec with(List<String> options) {
        var command = new ArrayList<>(spec.command());
        command.addAll(1, options);
        return new ChildSpec(
                spec.name(),
                command,
                spec.environment(),
                spec.directory(),
                spec.log(),
                spec.readyWithin(),
                spec.ready());
    }

    /** Another one with every build, JDK and kind of JVM. */
    String digest() {
        try (var files = Files.walk(jars)) {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            spec.command().stream()
                    .filter(option -> option.startsWith("-X"))
                    .forEach(option -> digest.update(option.getBytes(StandardCharsets.UTF_8)));
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var line = "%s %d %s%n".formatted(file, Files.size(file), Files.getLastModifiedTime(file));
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_CHARACTERS);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at the jars in " + jars, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
