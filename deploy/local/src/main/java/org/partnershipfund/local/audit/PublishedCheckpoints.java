package org.partnershipfund.local.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.kafka.Silence;

/** The checkpoints that lie in the topics: written when they were true, kept for ever, out of every service's reach. */
final class PublishedCheckpoints {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(500);

    private PublishedCheckpoints() {}

    /**
     * By service, in the order of their positions. A position has more than one after a restoration, or when somebody
     * rewrote the chain and went on publishing: none of them takes another's place.
     */
    static Map<Speaker, List<Noted>> readAll(String bootstrapServers) {
        Map<Speaker, List<Noted>> all = new EnumMap<>(Speaker.class);
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "enable.auto.commit",
                        "false",
                        "default.api.timeout.ms",
                        (int) PATIENCE.toMillis(),
                        "request.timeout.ms",
                        (int) PATIENCE.toMillis()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            for (Speaker speaker : Speaker.values()) {
                all.put(speaker, read(consumer, speaker));
            }
        }
        return all;
    }

    private static List<Noted> read(KafkaConsumer<String, byte[]> consumer, Speaker speaker) {
        SortedSet<Noted> checkpoints = new TreeSet<>();
        List<TopicPartition> partitions = consumer.partitionsFor(speaker.topic()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        var silence = new Silence(speaker.topic(), PATIENCE);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> record : silence.heard(consumer.poll(POLL))) {
                if (isCheckpoint(record, speaker)) {
                    keep(record.value(), checkpoints);
                }
            }
        }
        // A log that is published again says the same ones once more: a set keeps them once.
        return List.copyOf(checkpoints);
    }

    private static boolean isCheckpoint(ConsumerRecord<String, byte[]> record, Speaker speaker) {
        Header type = record.headers().lastHeader("ce_type");
        return type != null
                && Events.checkpoint(speaker).type().equals(new String(type.value(), StandardCharsets.UTF_8));
    }

    private static void keep(byte[] data, SortedSet<Noted> checkpoints) {
        try {
            JsonNode checkpoint = JSON.readTree(new String(data, StandardCharsets.UTF_8));
            var _ = checkpoints.add(new Noted(
                    checkpoint.path("position").asLong(),
                    checkpoint.path("hash").asText(),
                    Instant.parse(checkpoint.path("at").asText())));
        } catch (JsonProcessingException | DateTimeException e) {
            // Somebody else's bytes on the topic: no checkpoint of ours, and no reason not to read the others.
        }
    }
}
