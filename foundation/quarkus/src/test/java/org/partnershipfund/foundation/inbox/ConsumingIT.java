package org.partnershipfund.foundation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.sql.Superuser;
import org.partnershipfund.testkit.BackboneResource;

/** Through Kafka itself, with the foundation's channel settings: six partitions, three consumers. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class ConsumingIT {

    private static final Logger LOG = Logger.getLogger(ConsumingIT.class);
    private static final int SCHOOLS = 118;
    private static final int EVENTS_EACH = 12;

    @Inject
    Tables tables;

    @Inject
    ConsumerWatch watch;

    private static void publish(List<ConsumerRecord<String, byte[]>> records) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", Superuser.setting("kafka.bootstrap.servers"));
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : records) {
                sent.add(producer.send(
                        new ProducerRecord<>(Said.TOPIC, null, record.key(), record.value(), record.headers())));
            }
            for (Future<?> one : sent) {
                assertThat(one.get()).isNotNull();
            }
        }
    }

    @Test
    void every_school_gets_its_events_once_and_in_order_past_garbage_duplicates_and_broken_connections()
            throws Exception {
        UUID fund = UUID.randomUUID();
        Map<String, List<String>> expected = new HashMap<>();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (int n = 0; n < EVENTS_EACH; n++) {
            for (int school = 0; school < SCHOOLS; school++) {
                String subject = "school-%d-%s".formatted(school, fund);
                ConsumerRecord<String, byte[]> event = Said.allocationPublished(fund, subject, n + ".00");
                records.add(event);
                expected.computeIfAbsent(subject, _ -> new ArrayList<>()).add(n + ".00");
                if (school % 10 == 0) {
                    records.add(event);
                    records.add(
                            Said.event("org.partnershipfund.allocation.Unknown.v1", UUID.randomUUID(), subject, "?"));
                }
            }
            if (n == 2) {
                records.add(Said.fundOpened(fund));
            }
        }

        long start = System.nanoTime();
        publish(records);
        Superuser.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'foundation_app'");
        await().ignoreExceptions()
                .atMost(Duration.ofMinutes(5))
                .until(() -> tables.count("SELECT count(*) FROM effect WHERE subject LIKE 'school-%" + fund + "'")
                        == (long) SCHOOLS * EVENTS_EACH);
        LOG.infof(
                "%d effects through Kafka in %d ms",
                SCHOOLS * EVENTS_EACH,
                Duration.ofNanos(System.nanoTime() - start).toMillis());

        assertThat(expected)
                .allSatisfy(
                        (school, amounts) -> assertThat(tables.effects(school)).isEqualTo(amounts));
        soon().untilAsserted(() -> assertThat(watch.channels())
                .singleElement()
                .satisfies(channel -> assertThat(watch.progress(channel))
                        .satisfies(progress -> assertThat(progress.lag()).isZero())));
    }
}
