package org.partnershipfund.local.supervise;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.Launch;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.process.StartFailedException;

/**
 * Keeps one child alive: starts it, notices its end, starts it again after a pause that grows with each crash and each
 * start that fails. Only the end of the suite ends it, and somebody who {@link Held holds} it rests it.
 *
 * <p>While the suite is starting there is no second try: the first crash is reported and everything stops.
 */
final class Keeper {

    /** How long it waits before it starts a child again. */
    record Patience(Duration first, Duration longest) {

        Duration after(Duration pause) {
            var doubled = pause.multipliedBy(2);
            return doubled.compareTo(longest) > 0 ? longest : doubled;
        }
    }

    static final Patience USUAL = new Patience(Duration.ofMillis(500), Duration.ofSeconds(30));
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    /** What the keeper tells the supervisor. */
    interface Watcher {

        /** The child has a new process. */
        void began(String name, Stamp stamp, int restarts);

        /** The child ended though nobody asked it to; answers whether to start it again. */
        boolean crashed(String name, String sentence);

        /** Whether somebody stopped the child on purpose: its end is no crash, and it is not started again meanwhile. */
        boolean isHeld(String name);
    }

    private final ChildSpec spec;
    private final Watcher watcher;
    private final Consumer<String> say;
    private final Patience patience;
    private volatile boolean stopping;
    private int restarts;

    Keeper(ChildSpec spec, Watcher watcher, Consumer<String> say, Patience patience) {
        this.spec = spec;
        this.watcher = watcher;
        this.say = say;
        this.patience = patience;
    }

    /** Starts the child and returns when it serves; from then on it is watched. */
    void start() throws InterruptedException {
        var began = System.nanoTime();
        var started = launch();
        Launch.awaitReady(spec, started);
        say.accept("%s is ready (%.1f s)".formatted(spec.name(), (System.nanoTime() - began) / 1e9));
        var _ = Thread.ofVirtual().name("keeper-" + spec.name()).start(() -> keep(started));
    }

    /** From now on an end is no crash; nothing is started any more, and what was is known to the watcher. */
    void letGo() {
        synchronized (this) {
            stopping = true;
        }
    }

    private Process launch() {
        synchronized (this) {
            if (stopping) {
                throw new StartFailedException(spec.name() + " is not started: the suite is stopping");
            }
            var started = Launch.start(spec);
            try {
                watcher.began(spec.name(), Stamp.of(started.toHandle()), restarts);
            } catch (RuntimeException e) {
                // A process that nobody knows of would outlive the suite.
                started.destroyForcibly();
                throw e;
            }
            return started;
        }
    }

    private void keep(Process first) {
        var current = Optional.of(first);
        var pause = patience.first();
        try {
            while (current.isPresent()) {
                var began = System.nanoTime();
                var exitCode = current.get().waitFor();
                var held = watcher.isHeld(spec.name());
                if (stopping || (!held && !watcher.crashed(spec.name(), Launch.ended(spec, exitCode)))) {
                    return;
                }
                if (held) {
                    say.accept(spec.name() + " is held: it starts again when it is released");
                }
                if (held || System.nanoTime() - began > LONG_ENOUGH.toNanos()) {
                    pause = patience.first();
                }
                current = Optional.empty();
                while (current.isEmpty() && !stopping) {
                    // Crash upon crash must not become a loop that eats the machine.
                    Thread.sleep(pause);
                    if (!watcher.isHeld(spec.name())) {
                        pause = patience.after(pause);
                        current = launchAgain(pause);
                        // Whoever held it meanwhile saw the process before this one and waits for no other.
                        if (watcher.isHeld(spec.name())) {
                            current.ifPresent(Process::destroy);
                        }
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Process> launchAgain(Duration nextPause) {
        restarts++;
        try {
            return Optional.of(launch());
        } catch (RuntimeException e) {
            restarts--;
            if (!stopping) {
                say.accept("%s; the next try is in %.1f s".formatted(Sentence.of(e), nextPause.toMillis() / 1000.0));
            }
            return Optional.empty();
        }
    }
}
