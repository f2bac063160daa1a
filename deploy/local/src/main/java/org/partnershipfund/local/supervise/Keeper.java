package org.partnershipfund.local.supervise;

import java.time.Duration;
import java.util.function.Consumer;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.Launch;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.process.StartFailedException;

/**
 * Keeps one child alive: starts it, notices its end, starts it again after a pause that grows with each crash.
 *
 * <p>While the suite is starting there is no second try: the first crash is reported and everything stops.
 */
final class Keeper {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    /** What the keeper tells the supervisor. */
    interface Watcher {

        /** The child has a new process. */
        void began(String name, Stamp stamp, int restarts);

        /** The child ended though nobody asked it to; answers whether to start it again. */
        boolean crashed(String name, String sentence);
    }

    private final ChildSpec spec;
    private final Watcher watcher;
    private final Consumer<String> say;
    private volatile boolean stopping;
    private int restarts;

    Keeper(ChildSpec spec, Watcher watcher, Consumer<String> say) {
        this.spec = spec;
        this.watcher = watcher;
        this.say = say;
    }

    /** Starts the child and returns when it serves; from then on it is watched. */
    void start() throws InterruptedException {
        var began = System.nanoTime();
        var started = launch();
        Launch.awaitReady(spec, started);
        say.accept("%s is ready (%.1f s)".formatted(spec.name(), (System.nanoTime() - began) / 1e9));
        var _ = Thread.ofVirtual().name("keeper-" + spec.name()).start(() -> keep(started));
    }

    /** From now on an end is no crash; nothing is started any more. */
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
            watcher.began(spec.name(), Stamp.of(started.toHandle()), restarts);
            return started;
        }
    }

    private void keep(Process first) {
        var current = first;
        var pause = FIRST_PAUSE;
        try {
            while (true) {
                var began = System.nanoTime();
                var exitCode = current.waitFor();
                if (stopping || !watcher.crashed(spec.name(), Launch.ended(spec, exitCode))) {
                    return;
                }
                if (System.nanoTime() - began > LONG_ENOUGH.toNanos()) {
                    pause = FIRST_PAUSE;
                }
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                restarts++;
                current = launch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StartFailedException e) {
            say.accept(e.getMessage());
        }
    }
}
