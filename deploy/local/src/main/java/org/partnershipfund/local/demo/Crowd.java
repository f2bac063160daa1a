package org.partnershipfund.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Many people at once where their order does not matter, but never so many that nobody is served. */
final class Crowd {

    private static final int AT_ONCE = 6;
    private static final long LOOK_MILLIS = 500;
    private static final Duration LONGEST_WAY = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Narrator narrator;

    Crowd(Narrator narrator) {
        this.narrator = narrator;
    }

    /** Everybody does the same; returns when all are through, or throws what stopped the first. */
    <T> void each(String what, Collection<T> people, Consumer<T> act) throws InterruptedException {
        List<Boolean> _ = map(what, people, one -> {
            act.accept(one);
            return true;
        });
    }

    /** The same, with what each brings back, in the order of the people. */
    <T, R> List<R> map(String what, Collection<T> people, Function<T, R> act) throws InterruptedException {
        var doors = new Semaphore(AT_ONCE);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> all = new ArrayList<>();
            for (T one : people) {
                doors.acquire();
                all.add(workers.submit(() -> {
                    try {
                        return act.apply(one);
                    } finally {
                        doors.release();
                    }
                }));
                narrator.stillAt("%s: %d of %d", what, all.size(), people.size());
            }
            List<R> results = new ArrayList<>();
            for (Future<R> one : all) {
                results.add(awaited(one, what));
            }
            return results;
        }
    }

    private <R> R awaited(Future<R> one, String what) throws InterruptedException {
        while (true) {
            try {
                return one.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                narrator.stillAt("%s", what);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(what, e);
            }
        }
    }

    /** Waits for what events bring from one service to another; says what it waits for. */
    void until(String what, BooleanSupplier arrived) throws InterruptedException {
        long last = System.nanoTime() + LONGEST_WAY.toNanos();
        while (!arrived.getAsBoolean()) {
            if (System.nanoTime() > last) {
                throw new DemoFailedException("after %d s still not: %s; ./fund status and ./fund logs say more"
                        .formatted(LONGEST_WAY.toSeconds(), what));
            }
            narrator.stillAt("waiting until %s", what);
            Thread.sleep(LOOK_AGAIN);
        }
    }

    /** Tries again while a door says that it has not heard of something yet, as its problem tells the caller to. */
    static Reply patiently(Supplier<Reply> attempt) {
        long last = System.nanoTime() + LONGEST_WAY.toNanos();
        Reply reply = attempt.get();
        while (reply.isTooEarly() && System.nanoTime() < last) {
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return reply;
            }
            reply = attempt.get();
        }
        return reply;
    }
}
