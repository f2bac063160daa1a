package org.partnershipfund.foundation.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.partnershipfund.foundation.sql.Sql;

/**
 * Counts messages to others (e-mails, webhook deliveries) that wait or were given up; nobody else would notice that a
 * server takes none. Their table has {@code state} ({@code waiting}, {@code given-up}, or settled) and {@code put_down_at}.
 */
public final class UnsettledMessages {

    private static final String WAITING = "waiting";
    private static final String GIVEN_UP = "given-up";
    private static final String OLDEST = "oldest";

    private final Sql sql;
    private final String look;
    private final Measurements measurements;

    /**
     * Figures that are not looked up yet.
     *
     * @param table where the messages lie
     * @param metric of their numbers, by state, such as {@code fund.mail.messages}
     * @param oldest how long the oldest waits, such as {@code fund.mail.oldest.waiting}
     */
    public UnsettledMessages(
            Sql sql, String table, String metric, String oldest, Duration every, MeterRegistry registry) {
        this.sql = sql;
        this.look = """
            SELECT count(*) FILTER (WHERE state = 'waiting'),
                   count(*) FILTER (WHERE state = 'given-up'),
                   coalesce(extract(epoch FROM now() - min(put_down_at) FILTER (WHERE state = 'waiting')), 0)
              FROM %s WHERE state IN ('waiting', 'given-up')""".formatted(table);
        this.measurements = new Measurements(table + "-watch", every, this::figures);
        for (String state : new String[] {WAITING, GIVEN_UP}) {
            measurements.gauge(registry, state, metric, "", "Messages that are not settled", "state", state);
        }
        measurements.gauge(
                registry, OLDEST, oldest, "seconds", "How long the oldest waiting message waits; 0 when none does");
    }

    /** Begins to look. */
    public void start() {
        measurements.start();
    }

    /** Looks no more. */
    public void stop() {
        measurements.stop();
    }

    private Map<String, Double> figures() {
        Map<String, Double> figures = sql.first(
                look,
                row -> Map.of(
                        WAITING, (double) row.getLong(1), GIVEN_UP, (double) row.getLong(2), OLDEST, row.getDouble(3)));
        return figures == null ? Map.of() : figures;
    }
}
