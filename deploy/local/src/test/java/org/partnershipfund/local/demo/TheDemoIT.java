package org.partnershipfund.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Settings;

/** {@code ./fund demo} on a new suite, and again on the same one. */
class TheDemoIT {

    @TempDir
    private static Path folder;

    @Test
    void plays_the_year_to_the_cent_and_a_second_time_changes_nothing() throws InterruptedException, SQLException {
        try (var suite = Suite.in(folder, Map.of(Settings.CLOCK_ADJUSTABLE, "true"))) {
            suite.up();
            try (var anybody = suite.client()) {
                assertThat(new FundYear(suite.place(), anybody).play()).isTrue();
                long said = eventsSaid(suite);

                assertThat(new FundYear(suite.place(), anybody).play()).isTrue();

                assertThat(eventsSaid(suite)).isEqualTo(said).isEqualTo(1 + 60 + 1);
            }
        }
    }

    private static long eventsSaid(Suite suite) throws SQLException {
        try (var database = suite.administrator(Service.ALLOCATION);
                var statement = database.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM event_log")) {
            var _ = rows.next();
            return rows.getLong(1);
        }
    }
}
