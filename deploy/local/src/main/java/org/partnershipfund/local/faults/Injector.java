package org.partnershipfund.local.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.partnershipfund.contracts.EventFiles;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.faults.Deeds.Command;
import org.partnershipfund.local.faults.Deeds.Outcome;
import org.partnershipfund.local.faults.Fault.Kind;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.Signals;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.wire.Wire;

/** Makes the faults of a plan happen, and remembers what it put where. */
final class Injector {

    private static final int DOUBLED_OF_EACH_PARTITION = 50;
    private static final String FUND_OF_THE_SAMPLES = "018f3b5e-0000-7000-8000-000000002019";
    private static final int TRIES = 5;
    /** With {@link #LOOK_AGAIN} between them longer than it takes a process to be there again. */
    private static final int STRIKES = 60;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** Longer than a consumer's question for more waits at Kafka, so that nearly every connection has an answer to lose. */
    private static final Duration BETWEEN_CUTS = Duration.ofMillis(600);

    private final Suite suite;
    private final Deeds deeds;
    private final List<String> schools;
    private final Relays relays;
    private final Set<String> madeUp = ConcurrentHashMap.newKeySet();
    private final List<Mess> messes = new CopyOnWriteArrayList<>();
    private final List<String> notDone = new CopyOnWriteArrayList<>();
    private final Map<Kind, Integer> done = new EnumMap<>(Kind.class);
    private int doubled;

    Injector(Suite suite, Deeds deeds, List<String> schools) {
        this.suite = suite;
        this.deeds = deeds;
        this.schools = List.copyOf(schools);
        this.relays = new Relays(suite.place());
    }

    /** Ids of events that no service said. */
    Set<String> madeUp() {
        return Set.copyOf(madeUp);
    }

    /** What lies on the topics and is no event. */
    List<Mess> messes() {
        return List.copyOf(messes);
    }

    /** How many faults of a kind have happened. */
    synchronized int done(Kind kind) {
        return done.getOrDefault(kind, 0);
    }

    /** How many records were sent for the second time. */
    synchronized int doubled() {
        return doubled;
    }

    /** How many connections to Kafka were cut. */
    long severed() {
        return suite.wire().cuts();
    }

    /** How many of them were cut in place of an answer. */
    long lostAnswers() {
        return suite.wire().lostAnswers();
    }

    /** A sentence for each fault of the plan that could not be made to happen. */
    List<String> notDone() {
        return List.copyOf(notDone);
    }

    /** Returns when all faults of the round are over. */
    void play(FaultPlan.Round round) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        for (Fault fault : round.faults()) {
            all.add(Thread.ofVirtual().name("fault-" + fault.number()).start(() -> happen(fault)));
        }
        for (Thread one : all) {
            one.join();
        }
    }

    private void happen(Fault fault) {
        try {
            Thread.sleep(fault.at());
            for (int i = 1; i <= STRIKES; i++) {
                if (strike(fault)) {
                    synchronized (this) {
                        var _ = done.merge(fault.what().kind(), 1, Integer::sum);
                    }
                    return;
                }
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | SQLException | RuntimeException e) {
            notDone.add("%s could not be done: %s".formatted(fault.what(), e.getMessage()));
        }
    }

    // Answers whether anything was struck: a process may be just gone, or nobody connected, because of another fault.
    private boolean strike(Fault fault) throws InterruptedException, IOException, SQLException {
        String target = fault.what().target();
        switch (fault.what().kind()) {
            case KILL -> {
                Stamp process = suite.process(target);
                boolean isThere = process.isAlive();
                Signals.send(process, "KILL");
                return isThere;
            }
            case FREEZE -> freeze(suite.process(target), fault.length());
            case CUT -> {
                return cut(target) > 0;
            }
            case SEVER -> {
                return sever(fault.length()) > 0;
            }
            case DOUBLE -> {
                int records = topic(target).repeatLast(DOUBLED_OF_EACH_PARTITION);
                synchronized (this) {
                    doubled += records;
                }
            }
            case DELAY -> delay(target, fault.length());
            case MALFORM -> {
                String mark = UUID.randomUUID().toString();
                var _ = madeUp.add(mark);
                messes.add(Mess.put(
                        topic(target),
                        speaker(target),
                        fault.number(),
                        mark,
                        schools.get(fault.number() % schools.size())));
            }
            case DISORDER -> disorder(fault.length());
        }
        return true;
    }

    private static void freeze(Stamp process, Duration length) throws InterruptedException {
        try {
            Signals.sendToAll(process, "STOP");
            Thread.sleep(length);
        } finally {
            Signals.sendToAll(process, "CONT");
        }
    }

    /** Answers how many connections ended. */
    private int cut(String target) throws SQLException {
        for (Service service : Service.values()) {
            if (target.equals(service.module())) {
                return end(
                        service,
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ?",
                        service.appRole());
            } else if (target.equals(service.connector())) {
                return end(
                        service,
                        "SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots WHERE slot_name = ? AND active",
                        service.slot());
            }
        }
        return 0;
    }

    private int end(Service service, String sql, String whose) throws SQLException {
        try (var database = suite.administrator(service);
                var select = database.prepareStatement(sql)) {
            select.setString(1, whose);
            int ended = 0;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ended += rows.getBoolean(1) ? 1 : 0;
                }
            }
            return ended;
        }
    }

    // Two ways by turns: each connection in place of its next answer, so that what was asked for has happened and
    // nobody was told, and then whatever is left, silent ones and new ones, at any moment.
    private long sever(Duration length) throws InterruptedException {
        Wire wire = suite.wire();
        long before = wire.cuts();
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            wire.cutAtNextAnswers();
            Thread.sleep(BETWEEN_CUTS);
            var _ = wire.cut();
            Thread.sleep(BETWEEN_CUTS);
        }
        return wire.cuts() - before;
    }

    private void delay(String connector, Duration length) throws InterruptedException, IOException {
        Service service = Service.named(connector.replace("-relay", "")).orElseThrow();
        try {
            relays.hold(service);
            Thread.sleep(length);
        } finally {
            resume(service);
        }
    }

    // Whatever happened to Connect meanwhile: a relay that stays stopped is one that nobody mends.
    private void resume(Service service) throws InterruptedException, IOException {
        for (int i = 1; ; i++) {
            try {
                relays.resume(service);
                return;
            } catch (IOException e) {
                if (i == TRIES) {
                    throw e;
                }
                Thread.sleep(LOOK_AGAIN);
            }
        }
    }

    /** An allocation is heard before its fund. */
    private void disorder(Duration length) throws InterruptedException {
        String fund = UUID.randomUUID().toString();
        var topic = topic(Speaker.ALLOCATION.word());
        topic.say(
                Events.ALLOCATION_PUBLISHED, inventId(), schools.getFirst(), sample(Events.ALLOCATION_PUBLISHED, fund));
        try {
            Thread.sleep(length);
        } finally {
            topic.say(Events.FUND_OPENED, inventId(), fund, sample(Events.FUND_OPENED, fund));
            deeds.add(Command.HEAR_LATE, fund, Outcome.ACCEPTED);
        }
    }

    private String inventId() {
        String id = UUID.randomUUID().toString();
        var _ = madeUp.add(id);
        return id;
    }

    private static String sample(EventType<?> type, String fund) {
        return EventFiles.sample(type).replace(FUND_OF_THE_SAMPLES, fund);
    }

    private Topic topic(String word) {
        return new Topic(suite.place(), speaker(word));
    }

    private static Speaker speaker(String word) {
        for (Speaker speaker : Speaker.values()) {
            if (speaker.word().equals(word)) {
                return speaker;
            }
        }
        throw new IllegalArgumentException("nobody speaks as " + word);
    }
}
