package org.partnershipfund.local.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.kafka.Silence;
import org.partnershipfund.local.place.Place;

/** What appeared on one topic for the first time, by key and in its order; read on from where it was left. */
final class Appearances implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(300);
    private static final int PATIENCE_MILLIS = 5_000;

    private final Speaker speaker;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, List<String>> byKey = new LinkedHashMap<>();
    private boolean assigned;

    Appearances(Place place, Speaker speaker) {
        this.speaker = speaker;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        place.bootstrapServers(),
                        "default.api.timeout.ms",
                        PATIENCE_MILLIS,
                        "request.timeout.ms",
                        PATIENCE_MILLIS),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    Speaker speaker() {
        return speaker;
    }

    /**
     * Reads what came since the last time; answers where the topic ends.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
     */
    Map<TopicPartition, Long> readOn() {
        if (!assigned) {
            List<TopicPartition> partitions = consumer.partitionsFor(speaker.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            assigned = true;
        }
        Map<TopicPartition, Long> ends = Map.copyOf(consumer.endOffsets(consumer.assignment()));
        var silence = new Silence(speaker.topic(), Duration.ofMillis(PATIENCE_MILLIS));
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            silence.heard(consumer.poll(POLL)).forEach(this::keep);
        }
        return ends;
    }

    private void keep(ConsumerRecord<String, byte[]> record) {
        String id = header(record, "ce_id");
        // Checkpoints come by the clock and are heard by nobody.
        if (!id.isEmpty()
                && !header(record, "ce_type").equals(Events.checkpoint(speaker).type())
                && ids.add(id)) {
            byKey.computeIfAbsent(String.valueOf(record.key()), _ -> new ArrayList<>())
                    .add(id);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The ids of all events that have appeared. */
    Set<String> ids() {
        return Set.copyOf(ids);
    }

    /** The ids of each key, as they appeared for the first time. */
    Map<String, List<String>> byKey() {
        return Map.copyOf(byKey);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
