package org.partnershipfund.foundation.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Worker;

/**
 * Figures that a query gives every now and then: no scrape waits for a database, and however many scrape, it is asked as
 * often as before. A figure is NaN until it was looked up, and when the last look is too old to mean anything.
 */
public final class Measurements {

    private static final int LOOKS_UNTIL_BLIND = 5;

    private final Duration every;
    private final Supplier<Map<String, Double>> look;
    private final Worker worker;
    private final Clock real = Clock.systemUTC();
    private volatile @Nullable Seen seen;

    private record Seen(Instant at, Map<String, Double> figures) {}

    /**
     * Figures that are not looked up yet.
     *
     * @param name of the thread
     * @param look gives all of them at once, by the names that {@link #gauge} is told
     */
    public Measurements(String name, Duration every, Supplier<Map<String, Double>> look) {
        this.every = every;
        this.look = look;
        this.worker = new Worker(name, every, () -> {
            look();
            return false;
        });
    }

    /**
     * Shows one figure.
     *
     * @param figure its name in what the look gives
     * @param metric with dots, such as {@code fund.mail.messages}
     * @param unit behind the name, such as {@code seconds}; empty for none
     * @param tags name and value, name and value
     */
    public void gauge(
            MeterRegistry registry, String figure, String metric, String unit, String description, String... tags) {
        Gauge.builder(metric, () -> figure(figure))
                .tags(tags)
                .baseUnit(unit.isEmpty() ? null : unit)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** Begins to look. */
    public void start() {
        worker.start();
    }

    /** Looks no more. */
    public void stop() {
        worker.stop();
    }

    /** Looks now. */
    void look() {
        Map<String, Double> figures = Map.copyOf(look.get());
        seen = new Seen(real.instant(), figures);
    }

    private double figure(String name) {
        Seen last = seen;
        if (last == null || last.at().isBefore(real.instant().minus(every.multipliedBy(LOOKS_UNTIL_BLIND)))) {
            return Double.NaN;
        }
        return last.figures().getOrDefault(name, Double.NaN);
    }
}
