package org.partnershipfund.foundation.sql;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thread that works while there is work, sleeps when there is none, and wakes early when told. A failure is logged
 * once and tried again at the next look; it never ends the thread.
 */
public final class Worker {

    private static final Logger LOG = Logger.getLogger(Worker.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** One round of work. */
    @FunctionalInterface
    public interface Round {
        /** Works, and answers whether there may be more to do at once. */
        boolean work();
    }

    private final String name;
    private final Duration idle;
    private final Duration gather;
    private final Round round;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;
    private boolean stopping;
    private boolean failing;
    private @Nullable Thread thread;

    /**
     * A worker that does not run yet.
     *
     * @param idle how long it sleeps when nobody wakes it
     */
    public Worker(String name, Duration idle, Round round) {
        this(name, idle, Duration.ZERO, round);
    }

    /**
     * A worker that does not run yet, and lets work gather before it begins.
     *
     * @param idle how long it sleeps when nobody wakes it
     * @param gather how long it still waits when somebody does, so that one round does what many calls asked for
     */
    public Worker(String name, Duration idle, Duration gather, Round round) {
        this.name = name;
        this.idle = idle;
        this.gather = gather;
        this.round = round;
    }

    /** Starts the thread. */
    public void start() {
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Ends the sleep, or the next one before it begins. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the current round finish, for a bounded time, and ends the thread. */
    public void stop() {
        lock.lock();
        try {
            stopping = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(STOP_WITHIN)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isStopping()) {
            if (!workOnce()) {
                sleep();
            }
        }
    }

    private boolean workOnce() {
        try {
            boolean more = round.work();
            if (failing) {
                LOG.infof("%s works again", name);
                failing = false;
            }
            return more;
        } catch (RuntimeException e) {
            if (!failing && !isStopping()) {
                LOG.warnf(e, "%s failed and will try again every %s", name, idle);
            }
            failing = true;
            return false;
        }
    }

    private boolean isStopping() {
        lock.lock();
        try {
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    private void sleep() {
        lock.lock();
        try {
            long nanos = idle.toNanos();
            while (!woken && !stopping && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            nanos = woken ? gather.toNanos() : 0;
            while (!stopping && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            woken = false;
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            lock.unlock();
        }
    }
}
