package org.partnershipfund.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.local.place.Settings;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.process.StartFailedException;

/** A disk that is full in the middle of a start: one line, and nothing is left running. */
class AFullDiskIT {

    @TempDir
    private Path folder;

    /** Starts a suite past the doctor, who would not have let it. */
    static final class Start {

        private Start() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (var suite = Suite.in(Path.of(arguments[0]), Map.of(Settings.PROGRAMS, arguments[1]))) {
                suite.up();
                System.out.println("IT STARTED");
            } catch (StartFailedException e) {
                System.out.println("FAILED " + e.sentence());
            } catch (RuntimeException e) {
                System.out.println("THROWN " + Sentence.of(e));
            }
        }
    }

    // PostgreSQL's first files take about 40 MB: it ends in the middle of them, and a little later.
    @ParameterizedTest(name = "{0} MB")
    @ValueSource(ints = {20, 60})
    void a_start_on_it_is_one_line_and_leaves_nothing_running(int megabytes) throws Exception {
        assumeTrue(canMount(), "mounting a small disk is permitted here");
        var disk = Files.createDirectories(folder.resolve("small disk"));
        var command = List.of(
                "unshare",
                "-Urm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=\"$1\" tmpfs \"$2\" && exec \"$3\" -Xmx128m -cp \"$4\" \"$5\" \"$2\" \"$6\"",
                "sh",
                megabytes + "m",
                disk.toString(),
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                System.getProperty("java.class.path"),
                Start.class.getName(),
                folder.resolve("programs").toString());

        var said = said(command);

        assertThat(said.lines().filter(line -> line.startsWith("FAILED ")))
                .as(said)
                .hasSize(1);
        assertThat(said).doesNotContain("IT STARTED").doesNotContain("THROWN").containsPattern("No space left|is full");
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(disk.toString())))
                .isEmpty();
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
