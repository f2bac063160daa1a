package org.partnershipfund.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.Signals;
import org.partnershipfund.local.process.Stamp;

/** A child that crashed is started again, however often that fails. */
class KeeperTest {

    private static final Keeper.Patience SHORT = new Keeper.Patience(Duration.ofMillis(20), Duration.ofMillis(100));

    @TempDir
    private Path folder;

    private final List<Stamp> processes = new CopyOnWriteArrayList<>();
    private final List<Integer> restarts = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Queue<RuntimeException> troubles = new ConcurrentLinkedQueue<>();
    private Path program = Path.of("");
    private volatile boolean heldWhileItStarts;

    @SuppressWarnings("NullAway.Init") // made by each test
    private Held held;

    @SuppressWarnings("NullAway.Init") // made by each test
    private Keeper keeper;

    @BeforeEach
    void a_child_runs() throws IOException, InterruptedException {
        held = new Held(folder);
        program = Files.writeString(folder.resolve("child"), "#!/bin/sh\nexec tail -f /dev/null\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        keeper = new Keeper(spec(), new Notes(), said::add, SHORT);
        keeper.start();
    }

    @AfterEach
    void nothing_is_left() {
        keeper.letGo();
        processes.forEach(process -> Signals.send(process, "KILL"));
    }

    @Test
    void a_start_that_fails_is_not_the_last_one() throws IOException {
        var aside = Files.move(program, folder.resolve("aside"));
        Signals.send(processes.getFirst(), "KILL");
        await("two starts failed")
                .until(() -> said.stream()
                                .filter(line ->
                                        line.contains("child cannot be started") && line.contains("the next try is in"))
                                .count()
                        >= 2);

        var _ = Files.move(aside, program);

        await("it runs again").until(() -> processes.size() == 2);
        assertThat(processes.getLast().isAlive()).isTrue();
        assertThat(restarts).containsExactly(0, 1);
    }

    @Test
    void a_process_that_the_supervisor_cannot_note_is_ended_and_tried_again() {
        troubles.add(new IllegalStateException("no room for notes"));

        Signals.send(processes.getFirst(), "KILL");

        await("it runs again").until(() -> processes.size() == 3);
        await("the one nobody knows of is gone").until(() -> !processes.get(1).isAlive());
        assertThat(processes.getLast().isAlive()).isTrue();
        assertThat(said).anyMatch(line -> line.startsWith("no room for notes"));
    }

    @Test
    void a_child_that_was_let_go_is_not_started_again() {
        keeper.letGo();

        Signals.send(processes.getFirst(), "TERM");

        await("it is gone").until(() -> !processes.getFirst().isAlive());
        assertThat(processes).hasSize(1);
    }

    @Test
    void a_child_that_is_held_ends_without_a_crash_and_starts_again_when_it_is_released() {
        held.add("child");
        Signals.send(processes.getFirst(), "TERM");
        await("it is held").until(() -> said.stream().anyMatch(line -> line.startsWith("child is held")));
        await("rounds went by").pollDelay(SHORT.longest().multipliedBy(3)).until(() -> true);
        assertThat(processes).hasSize(1);

        held.remove("child");

        await("it runs again").until(() -> processes.size() == 2);
        assertThat(processes.getLast().isAlive()).isTrue();
        assertThat(said).doesNotContain("crashed");
    }

    @Test
    void a_child_that_is_held_just_when_it_starts_again_is_ended() {
        heldWhileItStarts = true;
        Signals.send(processes.getFirst(), "KILL");
        await("it is held").until(() -> said.stream().anyMatch(line -> line.startsWith("child is held")));
        assertThat(processes).hasSize(2);
        assertThat(processes.getLast().isAlive()).isFalse();

        heldWhileItStarts = false;
        held.remove("child");

        await("it runs again").until(() -> processes.size() == 3);
        assertThat(processes.getLast().isAlive()).isTrue();
    }

    private ChildSpec spec() {
        return new ChildSpec(
                "child",
                List.of(program.toString()),
                Map.of(),
                folder,
                folder.resolve("child.log"),
                Duration.ofSeconds(30),
                () -> true);
    }

    private final class Notes implements Keeper.Watcher {

        @Override
        public void began(String name, Stamp stamp, int count) {
            processes.add(stamp);
            var trouble = troubles.poll();
            if (trouble != null) {
                throw trouble;
            }
            restarts.add(count);
            if (heldWhileItStarts) {
                held.add(name);
            }
        }

        @Override
        public boolean crashed(String name, String sentence) {
            said.add("crashed");
            return true;
        }

        @Override
        public boolean isHeld(String name) {
            return held.contains(name);
        }
    }
}
