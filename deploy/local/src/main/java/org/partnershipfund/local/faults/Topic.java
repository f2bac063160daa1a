package org.partnershipfund.local.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.place.Place;

/** What lies on the topic of one service, and hands that put things there which do not belong. */
final class Topic {

    private final Speaker speaker;
    private final Map<String, Object> servers;

    Topic(Place place, Speaker speaker) {
        this.speaker = speaker;
        this.servers = Map.of("bootstrap.servers", place.bootstrapServers());
    }

    /** All records from the beginning, in order within each partition. */
    List<ConsumerRecord<String, byte[]>> everything() {
        return from(Long.MAX_VALUE);
    }

    private List<ConsumerRecord<String, byte[]>> from(long lastOfEach) {
        try (var consumer = new KafkaConsumer<>(servers, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(speaker.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - lastOfEach)));
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
            }
            return records;
        }
    }

    /** Checkpoints come by the clock, whatever is killed. */
    private boolean isCheckpoint(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type != null
                && Events.checkpoint(speaker).type().equals(new String(type.value(), StandardCharsets.UTF_8));
    }

    /** The first appearance of each event id, grouped by key, in the order of the topic. */
    Map<String, List<String>> firstAppearances() {
        Map<String, List<String>> byKey = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : everything()) {
            Header id = record.headers().lastHeader("ce_id");
            if (id != null && !isCheckpoint(record)) {
                String text = new String(id.value(), StandardCharsets.UTF_8);
                List<String> seen = byKey.computeIfAbsent(String.valueOf(record.key()), key -> new ArrayList<>());
                if (!seen.contains(text)) {
                    seen.add(text);
                }
            }
        }
        return byKey;
    }

    /** Sends every record once more, as a relay does that was killed before it wrote down how far it was. */
    void repeatEverything() {
        repeat(everything());
    }

    /** Sends the last records of each partition once more, in their order; answers how many. */
    int repeatLast(int atMostOfEach) {
        List<ConsumerRecord<String, byte[]>> last = from(atMostOfEach);
        repeat(last);
        return last.size();
    }

    private void repeat(List<ConsumerRecord<String, byte[]>> records) {
        send(records.stream()
                .map(record ->
                        new ProducerRecord<>(speaker.topic(), null, record.key(), record.value(), record.headers()))
                .toList());
    }

    /** Sends an event as the relay would. */
    void say(EventType<?> type, String id, String subject, String data) {
        send(List.of(record(type.type(), type.speaker().source(), id, subject, data.getBytes(StandardCharsets.UTF_8))));
    }

    /** Sends an event of a type that nobody has heard of. */
    void sayUnknown(String id, String subject) {
        send(List.of(record(
                "org.partnershipfund.%s.Unheard.v9".formatted(speaker.word()),
                speaker.source(),
                id,
                subject,
                "{}".getBytes(StandardCharsets.UTF_8))));
    }

    /** Sends bytes that are no event. */
    void garbage(@Nullable String key, byte @Nullable [] value) {
        send(List.of(new ProducerRecord<>(speaker.topic(), key, value)));
    }

    private ProducerRecord<String, byte[]> record(String type, String source, String id, String subject, byte[] data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(speaker.topic(), subject, data);
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id,
                        "ce_source", source,
                        "ce_type", type,
                        "ce_subject", subject,
                        "ce_time", "2017-12-08T14:00:00Z",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        try (var producer = new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> record : records) {
                var acknowledged = producer.send(record).get();
                if (acknowledged.partition() < 0) {
                    throw new IllegalStateException("Kafka took a record to no partition");
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the records", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
