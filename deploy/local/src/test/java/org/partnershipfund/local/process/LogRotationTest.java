package org.partnershipfund.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that runs for weeks fills no disk with its log. */
class LogRotationTest {

    @TempDir
    private Path logs;

    @Test
    void a_log_that_has_grown_is_begun_anew_while_its_process_writes_on() throws Exception {
        var log = logs.resolve("child.log");
        var writer = new ProcessBuilder("cat")
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (var input = writer.outputWriter()) {
            input.write("before\n".repeat(200));
            input.flush();
            await("it is written").until(() -> Files.size(log) == 1_400);

            new LogRotation(logs, 1_000).round();
            input.write("after\n");
        }

        assertThat(writer.waitFor()).isZero();
        assertThat(log).hasContent("after");
        assertThat(logs.resolve("child.log.1"))
                .hasContent("before\n".repeat(200).strip());
    }

    @Test
    void there_is_one_predecessor_and_a_short_log_is_left_alone() throws IOException {
        var small = Files.writeString(logs.resolve("small.log"), "x");
        var large = Files.writeString(logs.resolve("large.log"), "second".repeat(10));
        var _ = Files.writeString(logs.resolve("large.log.1"), "first");

        new LogRotation(logs, 10).round();

        assertThat(small).hasContent("x");
        assertThat(large).isEmptyFile();
        assertThat(logs.resolve("large.log.1")).hasContent("second".repeat(10));
        try (var files = Files.list(logs)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void a_log_is_emptied_without_a_copy_where_a_copy_would_fill_the_disk() throws IOException {
        var log = Files.writeString(logs.resolve("child.log"), "x".repeat(20));
        var predecessor = Files.writeString(logs.resolve("child.log.1"), "first");

        new LogRotation(logs, 10, _ -> 40).round();

        assertThat(log).isEmptyFile();
        assertThat(predecessor).doesNotExist();
    }

    @Test
    void before_the_first_log_there_is_nothing_to_do() throws IOException {
        new LogRotation(logs.resolve("none"), 10).round();

        assertThat(logs).isEmptyDirectory();
    }
}
