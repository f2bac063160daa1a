package org.partnershipfund.foundation.clock;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Words;

/**
 * The district's time, in {@code America/New_York}: the system clock, or in the demo and the acceptance tests a
 * distance from it that is kept in {@code district_clock} and survives a restart. It ticks in microseconds, as PostgreSQL
 * keeps them, so that a first answer is the same as every later read.
 *
 * <p>Inject {@link Clock}. Tokens, traces, leases and ids use real time instead.
 */
@Singleton
public class DistrictClock extends Clock {

    /** Where the district is; every deadline is meant in this zone. */
    public static final ZoneId ZONE = Words.DISTRICT;

    private static final Logger LOG = Logger.getLogger(DistrictClock.class);

    private final Sql sql;
    private final ClockSettings settings;
    private final Clock real;
    private volatile Duration offset = Duration.ZERO;

    @Inject
    DistrictClock(Sql sql, ClockSettings settings) {
        this.sql = sql;
        this.settings = settings;
        this.real = Clock.systemUTC();
    }

    void start(@Observes @Priority(1) StartupEvent starting) {
        if (!settings.adjustable()) {
            return;
        }
        LOG.warn("fund.clock.adjustable is on: operators may set the district clock. For demo and acceptance only.");
        reload();
    }

    /** Reads the kept distance again; without the setting there is none, whatever the table says. */
    void reload() {
        Duration kept = sql.first("SELECT offset_nanos FROM district_clock", row -> Duration.ofNanos(row.getLong(1)));
        offset = kept == null ? Duration.ZERO : kept;
    }

    /** Whether the door to this clock exists. */
    public boolean isAdjustable() {
        return settings.adjustable();
    }

    /** How far the district's time is from real time; zero in production. */
    public Duration offset() {
        return offset;
    }

    /** Takes effect at once in this process; {@link DistrictClockResource} has stored it. */
    void use(Duration newOffset) {
        offset = newOffset;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    /** The same time, told in another zone; follows when the district clock is set. */
    private static final class InZone extends Clock {
        private final DistrictClock district;
        private final ZoneId zone;

        InZone(DistrictClock district, ZoneId zone) {
            this.district = district;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(district, other);
        }

        @Override
        public Instant instant() {
            return district.instant();
        }
    }
}
