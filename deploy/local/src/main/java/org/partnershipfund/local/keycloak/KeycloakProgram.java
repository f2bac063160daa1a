package org.partnershipfund.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.JavaCommand;
import org.partnershipfund.local.process.Launch;
import org.partnershipfund.local.process.StartFailedException;

/**
 * Keycloak's distribution, unpacked and built once for PostgreSQL: every later start skips the half minute that takes.
 *
 * <p>The program is run without its shell script, which stays between us and the JVM and chooses a JDK of its own.
 */
final class KeycloakProgram {

    private static final int BUILD_HEAP_MEGABYTES = 512;
    private static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--health-enabled=true");
    private static final String[] JVM = {
        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
        "-Dpicocli.disable.closures=true",
        "-Duser.language=en",
        "-Duser.country=US",
        "-Dfile.encoding=UTF-8",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow"
    };

    private final Place place;
    private final Consumer<String> say;

    KeycloakProgram(Place place, Consumer<String> say) {
        this.place = place;
        this.say = say;
    }

    /** The folder of the built program; built beside it first and then renamed, so never half there. */
    Path built() throws InterruptedException {
        var archive = archive();
        // The name says how it was built: other options or another version are another folder.
        var home = place.programs()
                .resolve(String.valueOf(archive.getFileName())
                                .replace("-quarkus-dist", "")
                                .replace(".zip", "") + "-" + Integer.toHexString(BUILD_OPTIONS.hashCode()));
        if (Files.isDirectory(home)) {
            return home;
        }
        say.accept("keycloak is unpacked and built, once for this folder (half a minute to a minute)");
        try {
            var _ = Files.createDirectories(place.programs());
            var draft = Files.createTempDirectory(place.programs(), "keycloak-");
            try {
                unpack(archive, draft);
                Launch.run(building(draft));
                // Unless another suite with the same folder of programs was quicker.
                if (!Files.isDirectory(home)) {
                    var _ = Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
                }
            } finally {
                delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + home, e);
        }
        say.accept("keycloak is built");
        return home;
    }

    /** The command that runs it, up to Keycloak's own arguments. */
    static List<String> command(Path program, Path home, int heapMegabytes, String... options) {
        var command = new ArrayList<>(JavaCommand.withHeapMegabytes(heapMegabytes, JVM));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                program.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    private ChildSpec building(Path program) {
        var command = command(
                program, program, BUILD_HEAP_MEGABYTES, "-XX:TieredStopAtLevel=1", "-Dkc.config.build-and-exit=true");
        command.add("build");
        command.addAll(BUILD_OPTIONS);
        return new ChildSpec(
                "keycloak-build",
                command,
                Map.of(),
                program,
                place.log("keycloak-build"),
                Duration.ofMinutes(10),
                () -> true);
    }

    private Path archive() {
        var folder = place.deploy("keycloak").resolve("target/distribution");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new StartFailedException(
                            "there is no Keycloak in " + folder + ": ./fund build, or FUND_IDENTITY=local"));
        } catch (IOException e) {
            throw new StartFailedException(
                    "there is no Keycloak in " + folder + ": ./fund build, or FUND_IDENTITY=local", e);
        }
    }

    // Everything lies in one folder of the archive, which is left out.
    private static void unpack(Path archive, Path target) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                var name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                var file = target.resolve(name).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    var _ = Files.createDirectories(file);
                } else {
                    var _ = Files.createDirectories(file.resolveSibling("."));
                    try (var content = zip.getInputStream(entry)) {
                        var _ = Files.copy(content, file);
                    }
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
