package org.partnershipfund.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.place.Settings;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.process.StartFailedException;

/** A disk that is full in the middle of a start: one line, and nothing is left running. */
class AFullDiskIT {

    @TempDir
    private Path folder;

    /** Starts a suite past the doctor, who would not have let it, and fills its disk when the first child runs. */
    static final class Start {

        private Start() {}

        // What it prints is what the test reads: it runs in a process of its own, where the disk is mounted.
        public static void main(String[] arguments) throws InterruptedException {
            var disk = Path.of(arguments[0]);
            try (var suite = Suite.in(disk, Map.of(Settings.PROGRAMS, arguments[1]))) {
                var _ = Thread.ofVirtual().start(() -> {
                    awaitChild(suite);
                    fill(disk);
                });
                suite.up();
                System.out.println("IT STARTED");
            } catch (StartFailedException e) {
                System.out.println("FAILED " + e.sentence());
            } catch (RuntimeException e) {
                System.out.println("THROWN " + Sentence.of(e));
            }
        }

        private static void awaitChild(Suite suite) {
            try {
                Suite.await(
                        "a child runs",
                        Duration.ofMinutes(2),
                        () -> !suite.children().isEmpty());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static void fill(Path disk) {
            var nothing = new byte[4096];
            try (var file = Files.newOutputStream(disk.resolve("ballast"))) {
                while (true) {
                    file.write(nothing);
                }
            } catch (IOException full) {
                System.out.println("THE DISK IS FULL");
            }
        }
    }

    @Test
    void a_start_on_it_is_one_line_and_leaves_nothing_running() throws Exception {
        assumeTrue(canMount(), "mounting a small disk is permitted here");
        var disk = Files.createDirectories(folder.resolve("small disk"));
        var command = List.of(
                "unshare",
                "-Urm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=150m tmpfs \"$1\" && exec \"$2\" -Xmx128m -cp \"$3\" \"$4\" \"$1\" \"$5\"",
                "sh",
                disk.toString(),
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                System.getProperty("java.class.path"),
                Start.class.getName(),
                folder.resolve("programs").toString());

        var said = said(command);

        assertThat(said)
                .contains("THE DISK IS FULL")
                .doesNotContain("IT STARTED")
                .doesNotContain("THROWN");
        assertThat(said.lines().filter(line -> line.startsWith("FAILED ")))
                .as(said)
                .hasSize(1);
        Suite.await(
                "nothing is left running",
                Duration.ofMinutes(1),
                () -> ProcessHandle.allProcesses().noneMatch(process -> isOf(process, disk)));
    }

    private static boolean isOf(ProcessHandle process, Path disk) {
        return process.info().commandLine().orElse("").contains(disk.toString());
    }

    private static boolean canMount() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "-Urm", "sh", "-c", "mount -t tmpfs tmpfs /mnt")
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String said(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
