package org.partnershipfund.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A process is known by its id and its start: the id alone is given out again. */
class StampTest {

    @Test
    void a_running_process_is_recognised_after_it_was_written_down() {
        var self = Stamp.of(ProcessHandle.current());

        var readBack = Stamp.parse(self.toString());

        assertThat(readBack).contains(self);
        assertThat(readBack.orElseThrow().isAlive()).isTrue();
    }

    @Test
    void the_same_id_with_another_start_is_another_process() {
        var self = Stamp.of(ProcessHandle.current());

        var stranger = new Stamp(self.pid(), self.start() + "0");

        assertThat(stranger.isAlive()).isFalse();
        assertThat(stranger.handle()).isEmpty();
    }

    @Test
    void a_process_that_ended_is_gone() throws IOException, InterruptedException {
        var process = new ProcessBuilder("cat").start();
        var stamp = Stamp.of(process.toHandle());
        assertThat(stamp.isAlive()).isTrue();

        process.destroyForcibly();
        var _ = process.waitFor();

        assertThat(stamp.isAlive()).isFalse();
    }

    @Test
    void a_signal_reaches_only_the_process_that_was_meant() throws IOException {
        var process = new ProcessBuilder("cat").start();
        var stamp = Stamp.of(process.toHandle());
        try {
            Signals.send(new Stamp(stamp.pid(), "another start"), "KILL");
            assertThat(stamp.isAlive()).isTrue();

            Signals.send(stamp, "KILL");
            assertThat(process.onExit()
                            .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
                            .join()
                            .isAlive())
                    .isFalse();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void what_is_no_stamp_is_none() {
        assertThat(Stamp.parse("")).isEmpty();
        assertThat(Stamp.parse("12")).isEmpty();
        assertThat(Stamp.parse("twelve@boot/1")).isEmpty();
    }
}
