package org.partnershipfund.local.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Service;

/**
 * From the commit of an event in allocation to the moment its effect can be read in procurement, at a steady rate that
 * does not wait for answers.
 */
final class Latency {

    private static final int PER_SECOND = 200;
    /** Where two cores that also run client, broker and three more services still keep up. */
    private static final int CALM_PER_SECOND = 50;

    private static final int SECONDS = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int MOST_WARM_UPS = 12;
    /** A window that is not a tenth better than the best before it ends the warm-up. */
    private static final double STEADY = 0.9;

    private static final long LOOK_AGAIN_NANOS = 4_000_000;
    /** Transfers have ids that grow with time (UUIDv7): this far back the reader looks for what was committed late. */
    private static final long LOOK_BACK_MILLIS = 1_000;
    /** While the services are cold a transaction can be open for longer: every so many looks, one goes this far back. */
    private static final long FAR_BACK_MILLIS = 60_000;

    private static final int FAR_LOOK_EVERY = 50;

    private Latency() {}

    static void measure(Traffic traffic, Report report, int runs) throws SQLException, InterruptedException {
        report.chapter(
                "Event, commit in allocation to effect readable in procurement, a steady rate for %d s, a reader every %d ms"
                        .formatted(SECONDS, LOOK_AGAIN_NANOS / 1_000_000));
        report.figure("p50 while it warmed up, ms", warmUp(traffic), "");
        measure(traffic, report, runs, PER_SECOND);
        measure(traffic, report, runs, CALM_PER_SECOND);
        traffic.awaitApproval();
    }

    private static void measure(Traffic traffic, Report report, int runs, int perSecond)
            throws SQLException, InterruptedException {
        traffic.awaitApproval();
        var split = new ProcessorTime(traffic.suite());
        List<Double> middles = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            var sorted = run(traffic, perSecond, perSecond * SECONDS);
            middles.add(sorted.get(sorted.size() / 2) / 1e6);
            tails.add(sorted.get(sorted.size() * 99 / 100) / 1e6);
        }
        report.figure(
                "p50 at %d a second, ms".formatted(perSecond),
                Report.median(middles, "%.1f"),
                perSecond == PER_SECOND ? "aim: 30" : "");
        report.figure(
                "p99 at %d a second, ms".formatted(perSecond),
                Report.median(tails, "%.1f"),
                perSecond == PER_SECOND ? "aim: 250" : "");
        split.report(report, (long) runs * perSecond * SECONDS, "processor time per event, ms");
    }

    /** Until it gets no better, because the compilers of five JVMs need the same two cores. */
    private static String warmUp(Traffic traffic) throws SQLException, InterruptedException {
        List<String> all = new ArrayList<>();
        double best = Double.MAX_VALUE;
        for (int i = 0; i < MOST_WARM_UPS; i++) {
            var sorted = run(traffic, PER_SECOND, (int) (PER_SECOND * WARM_UP.toSeconds()));
            double middle = sorted.get(sorted.size() / 2) / 1e6;
            all.add("%.0f".formatted(middle));
            if (i > 1 && middle > best * STEADY) {
                break;
            }
            best = Math.min(best, middle);
        }
        return String.join(", ", all);
    }

    /** Sorted latencies in nanoseconds. */
    private static List<Long> run(Traffic traffic, int perSecond, int events)
            throws SQLException, InterruptedException {
        Map<String, Long> committed = new ConcurrentHashMap<>();
        Map<String, Long> seen = new HashMap<>();
        var stop = new AtomicBoolean();
        var reader = Thread.ofPlatform().start(() -> read(traffic, seen, stop));
        long before = traffic.effects();
        try (var log = traffic.connection(Service.ALLOCATION)) {
            long begin = System.nanoTime();
            for (int i = 0; i < events; i++) {
                long due = begin + i * (1_000_000_000L / perSecond);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var event = traffic.allocate(log);
                committed.put(event.toString(), System.nanoTime());
            }
        }
        traffic.awaitEffects(before + events);
        Suite.await("the reader has seen everything", Duration.ofSeconds(10), () -> {
            synchronized (seen) {
                return seen.keySet().containsAll(committed.keySet());
            }
        });
        stop.set(true);
        reader.join();
        // An effect may be read before the writer has noted its commit: that is no time at all.
        return committed.entrySet().stream()
                .map(event -> Math.max(0, seen.getOrDefault(event.getKey(), Long.MAX_VALUE) - event.getValue()))
                .sorted()
                .toList();
    }

    private static void read(Traffic traffic, Map<String, Long> seen, AtomicBoolean stop) {
        try (var books = traffic.connection(Service.PROCUREMENT);
                var setting = books.createStatement();
                var select = books.prepareStatement("SELECT cause FROM transfer WHERE id > ?")) {
            // The planner knows nothing of a table this young and would read all of it 250 times a second.
            var _ = setting.execute("SET enable_seqscan = off");
            for (long look = 1; !stop.get(); look++) {
                long back = look % FAR_LOOK_EVERY == 0 ? FAR_BACK_MILLIS : LOOK_BACK_MILLIS;
                select.setObject(1, new UUID((System.currentTimeMillis() - back) << 16, 0));
                try (var rows = select.executeQuery()) {
                    synchronized (seen) {
                        long now = System.nanoTime();
                        while (rows.next()) {
                            seen.putIfAbsent(rows.getString(1), now);
                        }
                    }
                }
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the reader lost its connection", e);
        }
    }
}
