package org.partnershipfund.foundation.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class InboxCountsIT {

    @Inject
    Inbox inbox;

    @Inject
    Behaviour behaviour;

    @Test
    void every_event_counts_once_also_one_that_could_not_be_used_and_one_that_waits_behind_it() {
        String fund = UUID.randomUUID().toString();
        ConsumerRecord<String, byte[]> opened = Said.fundOpened(UUID.randomUUID());
        behaviour.of(fund, () -> {
            throw new IllegalStateException("not yet");
        });
        int before = heard();

        inbox.hear(Said.CHANNEL, opened);
        inbox.hear(Said.CHANNEL, opened);
        inbox.hear(Said.CHANNEL, Said.fundOpened(UUID.fromString(fund)));
        inbox.hear(Said.CHANNEL, Said.fundOpened(UUID.fromString(fund)));
        inbox.hear(
                Said.CHANNEL,
                Said.event("org.partnershipfund.allocation.SchoolClosed.v7", UUID.randomUUID(), fund, "{}"));

        assertThat(heard() - before).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"operator, 200", "records-auditor, 200", "school-leader, 403", "system, 403"})
    void it_is_for_those_who_watch(String role, int status) {
        given().auth().oauth2(Tokens.as(role)).get("/inbox/counts").then().statusCode(status);
    }

    @Test
    void who_does_not_sign_in_is_told_to() {
        given().get("/inbox/counts").then().statusCode(401).body("type", endsWith("not-signed-in"));
    }

    private static int heard() {
        Integer events = given().auth()
                .oauth2(Tokens.as("operator"))
                .get("/inbox/counts")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.source == '/allocation-service' }.events");
        return events == null ? 0 : events;
    }
}
