package org.partnershipfund.local.supervise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.process.Signals;
import org.partnershipfund.local.process.Stamp;

/** Stops processes in the order that loses nothing: first who writes, then who carries, the database last. */
public final class Stopping {

    /** Much longer than it takes, because four services that stop together on a busy machine share its processors. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    private static final List<String> CARRIERS = List.of("connect", "kafka", "postgres");

    private Stopping() {}

    /**
     * Stops them all; whoever does not go in time is killed. Services go together, the rest one by one. Trouble with one
     * of them keeps nobody else from being asked.
     */
    public static void inOrder(Map<String, Stamp> processes, Consumer<String> say) {
        var services = new ArrayList<CompletableFuture<?>>();
        processes.forEach((name, stamp) -> {
            if (!CARRIERS.contains(name)) {
                services.add(ask(name, stamp, say));
            }
        });
        services.forEach(CompletableFuture::join);
        for (var name : CARRIERS) {
            var stamp = processes.get(name);
            if (stamp != null) {
                var _ = ask(name, stamp, say).join();
            }
        }
    }

    private static CompletableFuture<Void> ask(String name, Stamp stamp, Consumer<String> say) {
        return CompletableFuture.runAsync(() -> quietly(name, () -> stop(name, stamp, say)), task -> {
            var _ = Thread.ofVirtual().start(task);
        });
    }

    private static void stop(String name, Stamp stamp, Consumer<String> say) {
        if (!stamp.isAlive()) {
            return;
        }
        var began = System.nanoTime();
        Signals.send(stamp, name.equals("postgres") ? "INT" : "TERM");
        // A frozen process hears the request when it goes on.
        quietly(name, () -> Signals.send(stamp, "CONT"));
        if (gone(stamp)) {
            say.accept("%s stopped (%.1f s)".formatted(name, (System.nanoTime() - began) / 1e9));
            return;
        }
        Signals.send(stamp, "KILL");
        var _ = gone(stamp);
        say.accept("%s did not stop within %d s and was killed".formatted(name, PATIENCE.toSeconds()));
    }

    private static void quietly(String name, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            System.err.println("while " + name + " was stopped: " + Sentence.of(e));
        }
    }

    // Asked of the system itself: the end of a process that is not our child is not announced to us.
    private static boolean gone(Stamp stamp) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (stamp.isAlive() && System.nanoTime() < until) {
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !stamp.isAlive();
            }
        }
        return !stamp.isAlive();
    }
}
