package org.partnershipfund.local.supervise;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.partnershipfund.local.jvm.Jvms;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Started;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.repair.RelayCare;
import org.partnershipfund.local.supervise.SuiteState.ChildState;
import org.partnershipfund.local.supervise.SuiteState.Phase;

/**
 * The process that owns all others: starts them by the plan, starts again what crashes, stops them in order when it is
 * told to end.
 *
 * <p>The state file is its only way to speak; TERM is the only order it takes.
 */
public final class Supervisor implements Keeper.Watcher {

    private static final Duration RELAY_ROUND = Duration.ofSeconds(2);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final Place place;
    private final Progress progress;
    private final Stamp self = Stamp.of(ProcessHandle.current());
    private final Map<String, Keeper> keepers = new LinkedHashMap<>();
    private final Map<String, ChildState> children = new LinkedHashMap<>();
    private final Jvms jvms;
    private final StartPlan plan;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Phase phase = Phase.STARTING;
    private String failure = "";

    private Supervisor(Place place) {
        this.place = place;
        this.progress = new Progress(place.run());
        this.jvms = new Jvms(place, progress::say);
        this.plan = new StartPlan(place, this::start, progress::say);
    }

    /** Arguments: the checkout. Everything else comes from the environment. */
    public static void main(String[] arguments) throws InterruptedException {
        new Supervisor(Place.of(Path.of(arguments[0]), System.getenv())).run();
    }

    private void run() throws InterruptedException {
        Started.write(place);
        write();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        var _ = Thread.ofVirtual().name("patience").start(this::tellWhatIsAwaited);
        try {
            plan.run();
            jvms.endRecordings(this::processOf);
            plan.check();
        } catch (StartFailedException e) {
            enter(Phase.FAILED, e.sentence());
            System.exit(1);
        }
        enter(Phase.UP, "");
        var _ = Thread.ofVirtual().name("relays").start(this::tendRelays);
        var _ = Thread.ofVirtual().name("start-caches").start(this::assembleCaches);
        ended.await();
    }

    private void tellWhatIsAwaited() {
        try {
            while (isStarting()) {
                Thread.sleep(LONGEST_SILENCE.dividedBy(10));
                if (progress.silence().compareTo(LONGEST_SILENCE) > 0 && isStarting()) {
                    progress.say("waiting for " + String.join(", ", plan.running()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        var keeper = new Keeper(spec, this, progress::say);
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
        write();
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

    private void assembleCaches() {
        try {
            jvms.assembleCaches();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tendRelays() {
        var care = new RelayCare(place, progress::say);
        var said = new HashMap<Service, String>();
        try {
            while (ended.getCount() > 0) {
                Thread.sleep(RELAY_ROUND);
                for (var service : Service.values()) {
                    var news = tend(care, service);
                    if (!news.isEmpty() && !news.equals(said.get(service))) {
                        progress.say(news);
                    }
                    said.put(service, news);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // A worker that does not answer is its keeper's business; the next round asks again.
    private static String tend(RelayCare care, Service service) throws InterruptedException {
        try {
            return switch (care.tend(service)) {
                case FAILED -> service.connector() + " had failed and is started again";
                case MISSING -> service.connector() + " was unknown to Connect and is given to it";
                case RUNNING, STARTING, STOPPED -> "";
            };
        } catch (ConnectException e) {
            return "";
        } catch (IOException e) {
            return service.connector() + " cannot be looked after: " + e.getMessage();
        }
    }

    private void stop() {
        Map<String, Stamp> running = new LinkedHashMap<>();
        synchronized (this) {
            if (phase != Phase.FAILED) {
                phase = Phase.STOPPING;
            }
            keepers.values().forEach(Keeper::letGo);
            children.forEach((name, child) -> running.put(name, child.stamp()));
            write();
        }
        endHelpers(running.values());
        Stopping.inOrder(running, progress::say);
        synchronized (this) {
            children.clear();
            Started.forget(place);
            enter(phase == Phase.FAILED ? Phase.FAILED : Phase.DOWN, failure);
        }
        ended.countDown();
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
        write();
    }

    private synchronized void write() {
        new SuiteState(self, phase, failure, children).write(place.run());
    }
}
