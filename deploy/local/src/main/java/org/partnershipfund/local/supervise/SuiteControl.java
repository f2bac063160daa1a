package org.partnershipfund.local.supervise;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.JavaCommand;
import org.partnershipfund.local.process.LogTail;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.process.Signals;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.supervise.SuiteState.Phase;

/** Starts and ends a suite from the outside: from a command or from a test. */
public final class SuiteControl {

    private static final int SUPERVISOR_HEAP_MEGABYTES = 64;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(4);
    // Less than a child's first page of anything.
    private static final long FULL_BYTES = 1 << 20;

    private final Place place;
    private final Consumer<String> say;
    private final Held held;

    public SuiteControl(Place place, Consumer<String> say) {
        this.place = place;
        this.say = say;
        this.held = new Held(place);
    }

    /** What {@link #up} found. */
    public enum Up {
        STARTED,
        WAS_UP
    }

    /**
     * Starts the suite and returns when it serves.
     *
     * @throws StartFailedException with the one line that says why not; nothing is left running then
     */
    public Up up() throws InterruptedException {
        try (var _ = lock()) {
            var last = state();
            if (last.isPresent() && last.get().isSupervised()) {
                switch (last.get().phase()) {
                    case UP -> {
                        return Up.WAS_UP;
                    }
                    case STARTING -> throw new StartFailedException("the suite is being started by another ./fund");
                    case STOPPING, FAILED, DOWN -> awaitEnd(last.get().supervisor());
                }
            }
            clear();
            var supervisor = startSupervisor();
            var giveUp = new Thread(() -> end(supervisor), "give-up");
            Runtime.getRuntime().addShutdownHook(giveUp);
            follow(supervisor);
            var _ = Runtime.getRuntime().removeShutdownHook(giveUp);
            return Up.STARTED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the suite serves under its supervisor. */
    public boolean isUp() {
        return state().filter(SuiteState::isSupervised)
                .filter(last -> last.phase() == Phase.UP)
                .isPresent();
    }

    /**
     * Stops one child and keeps it stopped until {@link #release} or the next start of the suite; returns when it is gone.
     */
    public void hold(String child) throws InterruptedException {
        if (!isUp() || process(child).isEmpty()) {
            throw new StartFailedException(child + " does not run here: ./fund status");
        }
        held.add(child);
        var until = System.nanoTime() + LONGEST_STOP.toNanos();
        // Asked anew each time: one that had just crashed may have been started again before it was held.
        for (var told = Optional.<Stamp>empty();
                process(child).filter(Stamp::isAlive).isPresent(); ) {
            if (System.nanoTime() > until) {
                throw new StartFailedException(
                        "%s did not stop within %d s".formatted(child, LONGEST_STOP.toSeconds()));
            }
            if (!process(child).equals(told)) {
                told = process(child);
                told.ifPresent(stamp -> Signals.send(stamp, "TERM"));
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private Optional<Stamp> process(String child) {
        return state().map(last -> last.children().get(child)).map(SuiteState.ChildState::stamp);
    }

    /** Lets the supervisor start a child again that was held. */
    public void release(String child) {
        held.remove(child);
    }

    /** Whether a child is held. */
    public boolean isHeld(String child) {
        return held.contains(child);
    }

    /** Ends what a killed supervisor left behind. */
    public void clear() {
        if (state().filter(SuiteState::isSupervised).isEmpty()) {
            var _ = clearLeftovers();
        }
    }

    /** Stops whatever runs; answers whether anything did. */
    public boolean down() throws InterruptedException {
        var last = state();
        if (last.isEmpty()) {
            return false;
        }
        var supervised = last.get().isSupervised();
        if (supervised) {
            var tail = new ProgressTail(place.run(), say);
            tail.skip();
            Signals.send(last.get().supervisor(), "TERM");
            var until = System.nanoTime() + LONGEST_STOP.toNanos();
            while (last.get().supervisor().isAlive() && System.nanoTime() < until) {
                Thread.sleep(LOOK_AGAIN);
                tail.say();
            }
            tail.say();
            if (last.get().supervisor().isAlive()) {
                Signals.send(last.get().supervisor(), "KILL");
            }
        }
        return clearLeftovers() || supervised;
    }

    /** What is written about the last run. */
    public Optional<SuiteState> state() {
        return SuiteState.read(place.run());
    }

    // After a supervisor that was killed its children live on: they are found by id and start time.
    private boolean clearLeftovers() {
        var state = state();
        var alive = state.map(SuiteState::alive).orElse(Map.of());
        if (!alive.isEmpty()) {
            say.accept("processes left over from a run whose supervisor is gone: " + String.join(", ", alive.keySet()));
            Stopping.inOrder(alive, say);
        }
        state.filter(last -> last.phase() != Phase.DOWN).ifPresent(this::writeDown);
        return !alive.isEmpty();
    }

    // What is written of it is old news already: nothing of it runs.
    private void writeDown(SuiteState last) {
        try {
            new SuiteState(last.supervisor(), Phase.DOWN, last.failure(), Map.of()).write(place.run());
        } catch (UncheckedIOException e) {
            System.err.println(Sentence.of(e));
        }
    }

    private Stamp startSupervisor() throws IOException {
        var command = new ArrayList<String>();
        if (onPath("setsid")) {
            // A session of its own: the user's Ctrl-C and the end of the terminal do not reach it.
            command.add("setsid");
        }
        command.addAll(JavaCommand.withHeapMegabytes(
                SUPERVISOR_HEAP_MEGABYTES,
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                Supervisor.class.getName(),
                place.root().toString()));
        var _ = Files.createDirectories(place.logs());
        var builder = new ProcessBuilder(command)
                .directory(place.dir().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(place.log("supervisor").toFile()));
        builder.environment().putAll(place.asEnvironment());
        Files.deleteIfExists(Progress.file(place.run()));
        return Stamp.of(builder.start().toHandle());
    }

    private void follow(Stamp supervisor) throws InterruptedException {
        var tail = new ProgressTail(place.run(), say);
        while (true) {
            var state = state().filter(now -> now.supervisor().pid() == supervisor.pid());
            tail.say();
            if (state.filter(now -> now.phase() == Phase.UP).isPresent()) {
                return;
            }
            if (!supervisor.isAlive()) {
                tail.say();
                // What is written may be of the run before: a supervisor on a full disk writes nothing.
                var why = state().filter(last -> last.supervisor().equals(supervisor))
                        .map(SuiteState::failure)
                        .filter(text -> !text.isEmpty());
                var _ = clearLeftovers();
                throw new StartFailedException(why.orElseGet(this::whyTheSupervisorEnded));
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private String whyTheSupervisorEnded() {
        var logged = LogTail.reason(place.log("supervisor"));
        try {
            return Files.getFileStore(place.dir()).getUsableSpace() < FULL_BYTES
                    ? "the disk of %s is full".formatted(place.dir())
                    : "the supervisor ended" + logged;
        } catch (IOException e) {
            return "the supervisor ended" + logged;
        }
    }

    private void end(Stamp supervisor) {
        Signals.send(supervisor, "TERM");
        try {
            awaitEnd(supervisor);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(Stamp supervisor) throws InterruptedException {
        var until = System.nanoTime() + LONGEST_STOP.toNanos();
        while (supervisor.isAlive() && System.nanoTime() < until) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private FileChannel lock() throws IOException {
        var _ = Files.createDirectories(place.run());
        var channel =
                FileChannel.open(place.run().resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new StartFailedException("the suite is being started by another ./fund");
        }
        return channel;
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
