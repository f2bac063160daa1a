package org.partnershipfund.foundation.eventlog;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.Superuser;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.PGReplicationStream;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class RepublicationIT {

    @Inject
    EventLog events;

    @Inject
    EventFeed feed;

    @Inject
    Sql sql;

    private UUID say(UUID fund) {
        return QuarkusTransaction.requiringNew()
                .call(() -> events.append(Events.FUND_OPENED, fund.toString(), Facts.fundOpened(fund), Facts.AT));
    }

    private static Response republish(long from, int limit) {
        return given().auth()
                .oauth2(Tokens.as("operator"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(Map.of("fromPosition", from, "limit", limit))
                .post("/events/republications");
    }

    /** Everything on the topic with this key, in its partition's order. */
    private static List<ConsumerRecord<String, String>> published(String key, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Superuser.setting("kafka.bootstrap.servers"));
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, 6)
                    .mapToObj(n -> new TopicPartition("partnership-fund.allocation.v1", n))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Instant giveUp = Instant.now().plusSeconds(90);
            while (found.size() < count && Instant.now().isBefore(giveUp)) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                }
            }
        }
        return found;
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> record) {
        return StreamSupport.stream(record.headers().spliterator(), false)
                .collect(toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
    }

    @Test
    void a_gap_is_published_again_in_order_with_the_same_ids_and_bytes() {
        soon().until(() ->
                sql.list("SELECT seq FROM unsealed", row -> row.getLong(1)).isEmpty());
        long begin = feed.last() + 1;
        UUID fund = UUID.randomUUID();
        List<UUID> said = IntStream.range(0, 5).mapToObj(_ -> say(fund)).toList();
        soon().until(() ->
                sql.list("SELECT seq FROM unsealed", row -> row.getLong(1)).isEmpty());

        long next = begin;
        boolean complete = false;
        while (!complete) {
            Response answer = republish(next, 2);
            answer.then().statusCode(200);
            next = answer.jsonPath().getLong("nextPosition");
            complete = answer.jsonPath().getBoolean("complete");
        }

        List<ConsumerRecord<String, String>> records = published(fund.toString(), 5);
        assertThat(records.stream()
                        .map(record ->
                                UUID.fromString(String.valueOf(headers(record).get("ce_id")))))
                .containsExactlyElementsOf(said);
        assertThat(records).allSatisfy(record -> {
            assertThat(record.value()).isEqualTo(new WireJson().write(Facts.fundOpened(fund)));
            assertThat(headers(record))
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_source", "/allocation-service")
                    .containsEntry("ce_type", "org.partnershipfund.allocation.FundOpened.v1")
                    .containsEntry("ce_subject", fund.toString())
                    .containsEntry("ce_time", Facts.AT.toString())
                    .containsEntry("content-type", "application/json");
        });
        // The test's own listener heard them from Kafka; published once more they change nothing.
        republish(begin, 100).then().statusCode(200);
        assertThat(published(fund.toString(), 10)).hasSize(10);
        soon().untilAsserted(() -> assertThat(effects(fund)).isEqualTo(5));
    }

    private int effects(UUID fund) {
        return sql.list("SELECT 1 FROM effect WHERE subject = ?", row -> row.getInt(1), fund.toString())
                .size();
    }

    @Test
    void nothing_is_published_beside_a_running_relay() throws Exception {
        RelayWatchIT.createSlot();
        Properties login = new Properties();
        PGProperty.USER.set(login, "relay");
        PGProperty.PASSWORD.set(login, Superuser.setting("testkit.postgres.password"));
        PGProperty.REPLICATION.set(login, "database");
        PGProperty.PREFER_QUERY_MODE.set(login, "simple");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(login, "10");
        try (Connection relay = DriverManager.getConnection(Superuser.setting("testkit.postgres.url"), login);
                PGReplicationStream stream = relay.unwrap(PGConnection.class)
                        .getReplicationAPI()
                        .replicationStream()
                        .logical()
                        .withSlotName(RelayWatchIT.SLOT)
                        .withSlotOption("proto_version", 1)
                        .withSlotOption("publication_names", "event_log_publication")
                        .start()) {
            assertThat(stream.isClosed()).isFalse();

            republish(1, 10)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("relay-is-running"))
                    .body("detail", containsString(RelayWatchIT.SLOT));
        } finally {
            soon().untilAsserted(() ->
                    Superuser.execute("SELECT pg_drop_replication_slot('%s')".formatted(RelayWatchIT.SLOT)));
        }
    }

    @Test
    void only_operators_publish_again() {
        given().auth()
                .oauth2(Tokens.as("records-auditor"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(Map.of("fromPosition", 1))
                .post("/events/republications")
                .then()
                .statusCode(403);
        republish(0, 10).then().statusCode(400).body("violations.size()", equalTo(1));
    }
}
