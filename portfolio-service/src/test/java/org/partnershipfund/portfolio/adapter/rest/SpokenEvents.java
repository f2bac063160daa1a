package org.partnershipfund.portfolio.adapter.rest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.partnershipfund.contracts.EventType;

/** What other services say, as the relays publish it. */
final class SpokenEvents {

    private SpokenEvents() {}

    /** Says an event and waits until Kafka has it. */
    static void say(EventType<?> type, String subject, String json) {
        var record = new ProducerRecord<>(type.speaker().topic(), subject, json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        type.speaker().source(),
                        "ce_type",
                        type.type(),
                        "ce_subject",
                        subject,
                        "ce_time",
                        "2018-07-02T15:00:00Z",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> {
                    var _ = record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
                });
        String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("Kafka did not take a record", e);
        }
    }
}
