package org.partnershipfund.foundation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnershipfund.foundation.Soon.soon;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.Superuser;
import org.partnershipfund.testkit.BackboneResource;

/** Services as they should not be: a listener that never listens, and a Kafka that does not answer. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class ConsumerWatchIT {

    private static final String TOPIC = "partnership-fund.approval.v1";

    @Inject
    Sql sql;

    @Inject
    InboxSettings settings;

    private ConsumerWatch watch(Map<String, String> channels, String kafka, SimpleMeterRegistry metrics) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(channels, "test", 100))
                .build();
        return new ConsumerWatch(
                sql, settings, Map.of("bootstrap.servers", kafka), config, metrics, "sleeping-service");
    }

    private static Map<String, String> approvalEvents() {
        return Map.of("mp.messaging.incoming.approval-events.topic", TOPIC);
    }

    private static void publishOne() {
        Map<String, Object> kafka = Map.of("bootstrap.servers", Superuser.setting("kafka.bootstrap.servers"));
        try (Producer<String, String> producer =
                new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>(TOPIC, "subject", "unheard")))
                    .succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void a_consumer_that_has_work_and_does_not_move_turns_readiness_red() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        ConsumerWatch watch = watch(approvalEvents(), Superuser.setting("kafka.bootstrap.servers"), metrics);
        ConsumerReadiness readiness = new ConsumerReadiness(watch);
        assertThat(readiness.call().getStatus()).as("before the first look").isEqualTo(Status.DOWN);
        publishOne();

        watch.look();
        assertThat(readiness.call().getStatus()).as("not for long yet").isEqualTo(Status.UP);
        assertThat(metrics.get("fund.inbox.lag")
                        .tag("channel", "approval-events")
                        .gauge()
                        .value())
                .isOne();

        soon().untilAsserted(() -> {
            watch.look();
            assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        });
        assertThat(readiness.call().getData().orElseThrow().get("approval-events"))
                .asString()
                .contains("1 records behind and no progress since");
        assertThat(metrics.get("fund.inbox.last.progress").gauge().value()).isGreaterThan(0.9);
        watch.stop(new ShutdownEvent());
    }

    @Test
    void a_kafka_that_does_not_answer_turns_readiness_red() {
        ConsumerWatch watch = watch(approvalEvents(), "127.0.0.1:1", new SimpleMeterRegistry());

        assertThatThrownBy(watch::look).hasMessageContaining("Kafka cannot be asked");

        assertThat(new ConsumerReadiness(watch).call().getStatus()).isEqualTo(Status.DOWN);
        watch.stop(new ShutdownEvent());
    }

    @Test
    void a_service_that_hears_nothing_needs_no_kafka() {
        ConsumerWatch watch = watch(Map.of(), "127.0.0.1:1", new SimpleMeterRegistry());

        assertThat(new ConsumerReadiness(watch).call().getStatus()).isEqualTo(Status.UP);
    }
}
