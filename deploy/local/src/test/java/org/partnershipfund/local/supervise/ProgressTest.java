package org.partnershipfund.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of a start reach their reader if they can, and hold nobody up if they cannot. */
class ProgressTest {

    @TempDir
    private Path run;

    @Test
    void a_line_carries_the_seconds_since_the_beginning() throws IOException {
        new Progress(run).say("postgres is ready");

        assertThat(Files.readString(Progress.file(run))).matches(" +\\d+\\.\\d s  postgres is ready\\R");
    }

    @Test
    void a_line_that_finds_a_full_disk_is_no_failure() throws IOException {
        var progress = new Progress(run);
        Files.delete(Progress.file(run));
        var _ = Files.createSymbolicLink(Progress.file(run), Path.of("/dev/full"));

        assertThatCode(() -> progress.say("postgres is ready")).doesNotThrowAnyException();
    }
}
