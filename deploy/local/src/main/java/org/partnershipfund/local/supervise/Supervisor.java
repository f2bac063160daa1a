package org.partnershipfund.local.supervise;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.partnershipfund.local.jvm.Jvms;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Started;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.LogRotation;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.repair.RelayCare;
import org.partnershipfund.local.supervise.SuiteState.ChildState;
import org.partnershipfund.local.supervise.SuiteState.Phase;

/**
 * The process that owns all others: starts them by the plan, starts again what crashes, stops them in order when it is
 * told to end.
 *
 * <p>The state file is its only way to speak; TERM is the only order it takes. What it cannot write (a full disk) ends a
 * start, never a stop: processes are stopped first, and written about afterwards.
 */
public final class Supervisor implements Keeper.Watcher {

    private static final Duration RELAY_ROUND = Duration.ofSeconds(2);
    private static final Duration LOG_ROUND = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final Place place;
    private final Progress progress;
    private final Stamp self = Stamp.of(ProcessHandle.current());
    private final Map<String, Keeper> keepers = new LinkedHashMap<>();
    private final Map<String, ChildState> children = new LinkedHashMap<>();
    private final Held held;
    private final Jvms jvms;
    private final Plan plan;
    private final Chores chores = new Chores();
    private Phase phase = Phase.STARTING;
    private String failure = "";
    private boolean written;

    /** Makes the plan of what is started. */
    @FunctionalInterface
    interface Planner {
        Plan plan(Place place, StartPlan.Starter starter, Consumer<String> say);
    }

    Supervisor(Place place, Planner planner) {
        this.place = place;
        this.progress = new Progress(place.run());
        this.held = new Held(place);
        this.jvms = new Jvms(place, progress::say);
        this.plan = planner.plan(place, this::start, progress::say);
    }

    /** Arguments: the checkout. Everything else comes from the environment. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            var supervisor = new Supervisor(Place.of(Path.of(arguments[0]), System.getenv()), StartPlan::new);
            supervisor.introduce();
            Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
            if (!supervisor.start()) {
                System.exit(1);
            }
            supervisor.chores.awaitEnd();
        } catch (UncheckedIOException e) {
            System.err.println("ERROR " + Sentence.of(e));
            System.exit(1);
        }
    }

    /** Writes down who is about to start a suite, and how; nothing runs yet. */
    void introduce() {
        Started.write(place);
        held.clear();
        new SuiteState(self, phase, failure, children).write(place.run());
        written = true;
    }

    /** Starts everything and looks after it; answers false when it did not start. */
    boolean start() throws InterruptedException {
        chores.again("patience", LONGEST_SILENCE.dividedBy(10), this::tellWhatIsAwaited);
        chores.again("logs", LOG_ROUND, LogRotation.of(place.logs())::round);
        try {
            plan.run();
            jvms.endRecordings(this::processOf);
            enterUp();
        } catch (StartFailedException e) {
            enter(Phase.FAILED, e.sentence());
            return false;
        } catch (RuntimeException e) {
            enter(Phase.FAILED, Sentence.of(e));
            // A bug of ours: its place is what the next engineer needs, and our own errors go to supervisor.log.
            e.printStackTrace();
            return false;
        }
        // A repair that publishes a long log again keeps nobody from looking after the other relays.
        var care = new RelayCare(place, progress::say);
        for (var service : Service.values()) {
            chores.again(service.connector(), RELAY_ROUND, new RelayRounds(service, care::tend, progress::say)::round);
        }
        chores.again("state", RELAY_ROUND, this::writeWhatIsOwed);
        var _ = Thread.ofVirtual().name("start-caches").start(this::assembleCaches);
        return true;
    }

    // In one step: what crashes before it has failed the start, what crashes after it is started again.
    private synchronized void enterUp() {
        plan.check();
        enter(Phase.UP, "");
    }

    private void tellWhatIsAwaited() {
        if (isStarting() && progress.silence().compareTo(LONGEST_SILENCE) > 0) {
            progress.say("waiting for " + String.join(", ", plan.running()));
        }
    }

    private synchronized boolean isStarting() {
        return phase == Phase.STARTING;
    }

    private void start(ChildSpec spec) throws InterruptedException {
        jvms.start(spec, this::keep);
    }

    private synchronized long processOf(String name) {
        var child = children.get(name);
        if (child == null) {
            throw new StartFailedException(name + " is not running");
        }
        return child.stamp().pid();
    }

    private void keep(ChildSpec spec) throws InterruptedException {
        var keeper = new Keeper(spec, this, progress::say, Keeper.USUAL);
        synchronized (this) {
            if (phase != Phase.STARTING) {
                throw new StartFailedException(spec.name() + " is not started: the suite is stopping");
            }
            keepers.put(spec.name(), keeper);
        }
        keeper.start();
    }

    @Override
    public synchronized void began(String name, Stamp stamp, int restarts) {
        children.put(name, new ChildState(stamp, restarts));
        try {
            write();
        } catch (UncheckedIOException e) {
            complain(e);
            // Nobody would find this child again if we were killed: a start ends here, a suite that serves goes on.
            if (phase == Phase.STARTING) {
                plan.fail(Sentence.of(e));
            }
        }
    }

    @Override
    public boolean crashed(String name, String sentence) {
        progress.say(sentence);
        synchronized (this) {
            if (phase == Phase.STARTING) {
                plan.fail(sentence);
            }
            return phase == Phase.UP;
        }
    }

    @Override
    public boolean isHeld(String name) {
        return held.contains(name);
    }

    private void assembleCaches() {
        try {
            jvms.assembleCaches();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops everything; returns when all of it is gone. */
    void stop() {
        List<Keeper> all;
        synchronized (this) {
            if (phase != Phase.FAILED) {
                phase = Phase.STOPPING;
            }
            all = List.copyOf(keepers.values());
            tryToWrite();
        }
        plan.close();
        // Not under our lock: a keeper that is just starting its child holds its own and waits for ours.
        all.forEach(Keeper::letGo);
        Map<String, Stamp> running = new LinkedHashMap<>();
        synchronized (this) {
            children.forEach((name, child) -> running.put(name, child.stamp()));
        }
        endHelpers(running.values());
        Stopping.inOrder(running, progress::say);
        synchronized (this) {
            children.clear();
            phase = phase == Phase.FAILED ? Phase.FAILED : Phase.DOWN;
            tryToWrite();
        }
        try {
            Started.forget(place);
        } catch (UncheckedIOException e) {
            complain(e);
        }
        chores.end();
    }

    // A migration or a formatting that is under way is nobody's child but ours, and nothing depends on its end.
    private static void endHelpers(Collection<Stamp> children) {
        ProcessHandle.current()
                .children()
                .filter(child -> !children.contains(Stamp.of(child)))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private synchronized void enter(Phase next, String why) {
        phase = next;
        failure = why;
        if (!why.isEmpty()) {
            System.err.println("ERROR " + why);
        }
        tryToWrite();
    }

    private synchronized void writeWhatIsOwed() {
        if (!written) {
            write();
        }
    }

    private synchronized void tryToWrite() {
        try {
            write();
        } catch (UncheckedIOException e) {
            complain(e);
        }
    }

    private synchronized void write() {
        written = false;
        new SuiteState(self, phase, failure, children).write(place.run());
        written = true;
    }

    private static void complain(UncheckedIOException e) {
        System.err.println(Sentence.of(e));
    }
}
