package org.partnershipfund.foundation.eventlog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.partnershipfund.testkit.Soon.soon;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.sql.Superuser;
import org.partnershipfund.testkit.BackboneResource;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class RelayWatchIT {

    static final String SLOT = "foundation_relay";

    @Inject
    EventLog events;

    @Inject
    MeterRegistry metrics;

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    private void slotIs(String status, int answer) {
        soon().untilAsserted(() -> given().get(ready)
                .then()
                .statusCode(answer)
                .body("checks.find { it.name == 'relay slot' }.status", equalTo(status)));
    }

    static void createSlot() {
        Superuser.executeAsRelay("SELECT pg_create_logical_replication_slot('%s', 'pgoutput')".formatted(SLOT));
    }

    @AfterEach
    void dropSlot() {
        Superuser.execute("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '%s'"
                .formatted(SLOT));
    }

    /** What an operator sees; it is blind (NaN) for a moment whenever the last look came late. */
    private void gaugeIs(String name, double value) {
        soon().untilAsserted(() -> assertThat(gauge(name)).isEqualTo(value));
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }

    @Test
    void a_service_without_its_slot_is_not_ready() {
        slotIs("DOWN", 503);
        gaugeIs("fund.relay.slot.usable", 0);

        createSlot();
        slotIs("UP", 200);
        gaugeIs("fund.relay.slot.usable", 1);
        gaugeIs("fund.relay.active", 0);

        dropSlot();
        slotIs("DOWN", 503);
    }

    @Test
    void an_event_that_nobody_published_grows_old_until_the_relay_confirms_it() {
        createSlot();
        slotIs("UP", 200);
        UUID fund = UUID.randomUUID();
        UUID event = QuarkusTransaction.requiringNew()
                .call(() -> events.append(Events.FUND_OPENED, fund.toString(), Facts.fundOpened(fund), Facts.AT));
        assertThat(event).isNotNull();

        soon().untilAsserted(
                        () -> assertThat(gauge("fund.relay.oldest.unpublished")).isGreaterThan(0.5));
        soon().untilAsserted(() -> assertThat(gauge("fund.relay.slot.lag")).isPositive());

        soon().untilAsserted(() -> {
            Superuser.executeAsRelay("SELECT pg_replication_slot_advance('%s', pg_current_wal_lsn())".formatted(SLOT));
            assertThat(gauge("fund.relay.oldest.unpublished")).isZero();
        });
    }
}
