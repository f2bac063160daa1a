package org.partnershipfund.foundation.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.foundation.eventlog.AfterCommit;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.sql.Sql;

class DistrictClockTest {

    private final Sql untouched = new Sql(Never.asked(AgroalDataSource.class));
    private final DistrictClock real = new DistrictClock(untouched, () -> false);

    @Test
    void in_production_it_is_the_system_clock_and_no_table_is_asked() {
        real.start(new StartupEvent());

        assertThat(real.instant()).isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
        assertThat(real.offset()).isZero();
    }

    @Test
    void in_production_the_door_does_not_exist() {
        DistrictClockResource door = new DistrictClockResource(
                real,
                untouched,
                change -> assertThat(change).isNull(),
                new AfterCommit(Never.asked(TransactionSynchronizationRegistry.class)));

        assertThatThrownBy(door::read)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().status()).isEqualTo(404));
        assertThatThrownBy(() -> door.set(new DistrictClockResource.SettingJson(Instant.EPOCH, null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().status()).isEqualTo(404));
    }

    @Test
    void it_runs_on_from_where_it_was_set() {
        Instant december = Instant.parse("2017-12-08T14:00:00Z");
        real.use(Duration.between(Instant.now(), december));

        assertThat(real.instant()).isCloseTo(december, within(5, ChronoUnit.SECONDS));
        Instant before = real.instant();
        Instant after = real.instant();
        assertThat(after).isAfterOrEqualTo(before);
    }

    @Test
    void it_ticks_in_the_microseconds_that_the_database_keeps() {
        real.use(Duration.ofNanos(-123_456_789));

        assertThat(Stream.generate(real::instant).limit(1_000))
                .allMatch(instant -> instant.equals(instant.truncatedTo(ChronoUnit.MICROS)));
    }

    @Test
    void told_in_another_zone_it_is_the_same_instant_and_follows() {
        Clock inUtc = real.withZone(ZoneOffset.UTC);
        real.use(Duration.ofDays(-365));

        assertThat(inUtc.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(inUtc.instant()).isCloseTo(Instant.now().minus(Duration.ofDays(365)), within(5, ChronoUnit.SECONDS));
        assertThat(inUtc.withZone(DistrictClock.ZONE).instant())
                .isCloseTo(real.instant(), within(5, ChronoUnit.SECONDS));
    }

    /** A day has 23 hours in March and 25 in November; midnight is where the district is. */
    @ParameterizedTest(name = "at {0} it is {1} in the district")
    @CsvSource({
        "2018-03-11T06:59:59Z, 2018-03-11T01:59:59-05:00",
        "2018-03-11T07:00:00Z, 2018-03-11T03:00:00-04:00",
        "2018-11-04T05:30:00Z, 2018-11-04T01:30:00-04:00",
        "2018-11-04T06:30:00Z, 2018-11-04T01:30:00-05:00",
        "2018-07-01T03:59:59Z, 2018-06-30T23:59:59-04:00",
        "2018-07-01T04:00:00Z, 2018-07-01T00:00:00-04:00",
    })
    void the_district_changes_its_clocks_twice_a_year(String instant, String local) {
        Clock fixed = Clock.fixed(Instant.parse(instant), DistrictClock.ZONE);

        assertThat(ZonedDateTime.now(fixed).toOffsetDateTime()).hasToString(withSeconds(local));
    }

    private static String withSeconds(String local) {
        return OffsetDateTime.parse(local).toString();
    }

    @Test
    void fourteen_days_of_notice_are_days_of_the_calendar_and_not_336_hours() {
        ZonedDateTime notice =
                LocalDateTime.of(LocalDate.of(2018, 3, 1), LocalTime.of(17, 0)).atZone(DistrictClock.ZONE);

        ZonedDateTime due = notice.plusDays(14);

        assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(17, 0));
        assertThat(Duration.between(notice, due)).isEqualTo(Duration.ofHours(14 * 24 - 1));
    }

    @Test
    void a_time_that_is_skipped_in_march_moves_on_and_one_that_comes_twice_in_november_is_the_first() {
        ZonedDateTime skipped = LocalDateTime.of(2018, 3, 11, 2, 30).atZone(DistrictClock.ZONE);
        ZonedDateTime twice = LocalDateTime.of(2018, 11, 4, 1, 30).atZone(DistrictClock.ZONE);

        assertThat(skipped.toInstant()).isEqualTo(Instant.parse("2018-03-11T07:30:00Z"));
        assertThat(twice.toInstant()).isEqualTo(Instant.parse("2018-11-04T05:30:00Z"));
    }
}
