package org.partnershipfund.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.supervise.SuiteState.Phase;

/** Whatever happens to its files, a supervisor leaves nothing running. */
class SupervisorTest {

    @TempDir
    private Path folder;

    @Test
    void a_child_that_cannot_be_written_down_ends_the_start_and_both_are_stopped() throws InterruptedException {
        var place = place();
        var supervisor = new Supervisor(
                place,
                (_, starter, _) -> new Script(starter, List.of(child("kafka"), child("postgres")), this::fillTheDisk));
        supervisor.introduce();

        var started = supervisor.start();
        var running = List.of(process("kafka"), process("postgres"));
        supervisor.stop();

        assertThat(started).isFalse();
        assertThat(running).noneMatch(Stamp::isAlive);
    }

    @Test
    void a_disk_that_is_full_keeps_nobody_from_being_stopped() throws InterruptedException {
        var place = place();
        var supervisor = new Supervisor(
                place,
                (_, starter, _) -> new Script(
                        starter, List.of(child("some-service"), child("kafka"), child("postgres")), () -> {}));
        supervisor.introduce();
        assertThat(supervisor.start()).isTrue();
        var running = List.of(process("some-service"), process("kafka"), process("postgres"));
        assertThat(running).allMatch(Stamp::isAlive);

        fillTheDisk();
        supervisor.stop();

        assertThat(running).noneMatch(Stamp::isAlive);
    }

    @Test
    void a_suite_that_was_stopped_is_written_down_as_such() throws InterruptedException {
        var place = place();
        var supervisor =
                new Supervisor(place, (_, starter, _) -> new Script(starter, List.of(child("kafka")), () -> {}));
        supervisor.introduce();
        assertThat(supervisor.start()).isTrue();
        assertThat(SuiteState.read(place.run()).orElseThrow().children()).containsOnlyKeys("kafka");

        supervisor.stop();

        var last = SuiteState.read(place.run()).orElseThrow();
        assertThat(last.phase()).isEqualTo(Phase.DOWN);
        assertThat(last.children()).isEmpty();
    }

    // As on a full disk nothing can be written there any more; unlike one, it can be had by everybody and at once.
    private void fillTheDisk() {
        try {
            var _ = Files.move(folder.resolve("suite/run"), folder.resolve("run-aside"));
            var _ = Files.createFile(folder.resolve("suite/run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Place place() {
        return Place.of(
                Suite.checkout(),
                Map.of(
                        "FUND_DIR", folder.resolve("suite").toString(),
                        "FUND_IDENTITY", "local",
                        "FUND_START_CACHES", "false",
                        // Nobody listens there: a suite of the developer's own is not looked after.
                        "FUND_PORT_CONNECT", "1",
                        "FUND_PORT_POSTGRES", "1"));
    }

    private ChildSpec child(String name) {
        var pid = folder.resolve(name + ".pid");
        return new ChildSpec(
                name,
                List.of(
                        "sh",
                        "-c",
                        "echo $$ > \"$1.draft\"; mv \"$1.draft\" \"$1\"; exec tail -f /dev/null",
                        "sh",
                        pid.toString()),
                Map.of(),
                folder,
                folder.resolve(name + ".log"),
                Duration.ofSeconds(30),
                () -> Files.exists(pid));
    }

    private Stamp process(String name) {
        try {
            var pid = Files.readString(folder.resolve(name + ".pid")).strip();
            return Stamp.of(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts children one after the other; something happens before the last one. */
    private static final class Script implements Plan {

        private final StartPlan.Starter starter;
        private final List<ChildSpec> children;
        private final Runnable beforeTheLast;
        private volatile @Nullable String failure;

        Script(StartPlan.Starter starter, List<ChildSpec> children, Runnable beforeTheLast) {
            this.starter = starter;
            this.children = new ArrayList<>(children);
            this.beforeTheLast = beforeTheLast;
        }

        @Override
        public void run() {
            try {
                for (var child : children) {
                    if (child.equals(children.getLast())) {
                        beforeTheLast.run();
                    }
                    starter.start(child);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StartFailedException("interrupted", e);
            }
        }

        @Override
        public void check() {
            var sentence = failure;
            if (sentence != null) {
                throw new StartFailedException(sentence);
            }
        }

        @Override
        public void fail(String sentence) {
            failure = sentence;
        }

        @Override
        public Set<String> running() {
            return Set.of();
        }
    }
}
