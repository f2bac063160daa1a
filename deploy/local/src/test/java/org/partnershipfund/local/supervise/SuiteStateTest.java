package org.partnershipfund.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.supervise.SuiteState.ChildState;
import org.partnershipfund.local.supervise.SuiteState.Phase;

/** What a supervisor writes down is what the next command finds. */
class SuiteStateTest {

    @TempDir
    private Path run;

    @Test
    void it_is_read_as_it_was_written() {
        var children = new LinkedHashMap<String, ChildState>();
        children.put("postgres", new ChildState(new Stamp(11, "boot/1"), 0));
        children.put("kafka", new ChildState(new Stamp(12, "boot/2"), 3));
        var state = new SuiteState(new Stamp(10, "boot/0"), Phase.FAILED, "kafka ended: \"why\" = C:\\x", children);

        state.write(run);

        assertThat(SuiteState.read(run)).contains(state);
        assertThat(SuiteState.read(run).orElseThrow().children().keySet()).containsExactly("postgres", "kafka");
    }

    @Test
    void before_the_first_run_there_is_none() {
        assertThat(SuiteState.read(run)).isEmpty();
    }

    @Test
    void only_processes_that_are_still_the_same_count_as_alive() {
        var self = Stamp.of(ProcessHandle.current());
        var children = new LinkedHashMap<String, ChildState>();
        children.put("kafka", new ChildState(self, 0));
        children.put("postgres", new ChildState(new Stamp(self.pid(), "another start"), 0));

        var state = new SuiteState(new Stamp(self.pid(), "another start"), Phase.UP, "", children);

        assertThat(state.isSupervised()).isFalse();
        assertThat(state.alive()).containsOnlyKeys("kafka");
    }
}
