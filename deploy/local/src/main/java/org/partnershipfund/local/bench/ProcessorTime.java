package org.partnershipfund.local.bench;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.partnershipfund.local.Suite;

/** What each process of the suite took of the processor since a moment: where the time of a figure went. */
final class ProcessorTime {

    private final Suite suite;
    private final Map<String, Duration> before;

    ProcessorTime(Suite suite) {
        this.suite = suite;
        this.before = now(suite);
    }

    void report(Report report, long events, String what) {
        until(events).report(report, what);
    }

    /** What they took until now, for so many events. */
    Split until(long events) {
        var after = now(suite);
        Map<String, Double> millis = new TreeMap<>();
        after.forEach((child, total) -> millis.put(
                child, total.minus(before.getOrDefault(child, Duration.ZERO)).toNanos() / 1e6 / events));
        return new Split(millis);
    }

    /** Milliseconds of the processor for one event, by process. */
    record Split(Map<String, Double> millis) {

        void report(Report report, String what) {
            millis.forEach(
                    (child, each) -> report.figure("  %s: %s".formatted(what, child), "%.2f".formatted(each), ""));
        }
    }

    /** Of the children that live; PostgreSQL with its servers, of which those that ended meanwhile are not counted. */
    private static Map<String, Duration> now(Suite suite) {
        Map<String, Duration> all = new TreeMap<>();
        for (var child : suite.children()) {
            suite.process(child).handle().ifPresent(process -> {
                var sum = spent(process)
                        .plus(process.descendants().map(ProcessorTime::spent).reduce(Duration.ZERO, Duration::plus));
                all.put(child, sum);
            });
        }
        return all;
    }

    private static Duration spent(ProcessHandle process) {
        return Optional.of(process.info())
                .flatMap(ProcessHandle.Info::totalCpuDuration)
                .orElse(Duration.ZERO);
    }
}
