package org.partnershipfund.local.audit;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.audit.Reconciliation.Said;
import org.partnershipfund.local.kafka.Silence;

/** Shows a reconciliation what lies in the topics, from their beginnings to where they end now. */
final class TopicReading {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final String bootstrapServers;

    TopicReading(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Compares what all said, as far as it concerns this one, with what its database knows. */
    Reconciliation compare(Speaker restored, Map<TopicPartition, Long> passed, Knowledge knowledge)
            throws SQLException {
        var reconciliation = new Reconciliation(passed);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                "false",
                "default.api.timeout.ms",
                PATIENCE_MILLIS,
                "request.timeout.ms",
                PATIENCE_MILLIS);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            for (Speaker speaker : Speaker.values()) {
                if (speaker != restored) {
                    others(consumer, restored, speaker, knowledge, reconciliation);
                }
            }
            own(consumer, restored, knowledge, reconciliation);
        }
        return reconciliation;
    }

    /** A portion of a topic. */
    private interface Portion {
        void take(List<Said> said) throws SQLException;
    }

    private static void others(
            KafkaConsumer<String, byte[]> consumer,
            Speaker restored,
            Speaker speaker,
            Knowledge knowledge,
            Reconciliation reconciliation)
            throws SQLException {
        Set<String> types = new HashSet<>();
        for (EventType<?> type : Events.ALL) {
            if (type.speaker() == speaker && type.heardBy().contains(restored)) {
                types.add(type.type());
            }
        }
        if (!types.isEmpty()) {
            read(consumer, speaker, said -> {
                List<Said> listened =
                        said.stream().filter(one -> types.contains(one.type())).toList();
                Set<Said> known = knowledge.heard(listened);
                listened.forEach(one -> reconciliation.others(one, known.contains(one)));
            });
        }
    }

    private static void own(
            KafkaConsumer<String, byte[]> consumer,
            Speaker restored,
            Knowledge knowledge,
            Reconciliation reconciliation)
            throws SQLException {
        String checkpoint = Events.checkpoint(restored).type();
        read(consumer, restored, said -> {
            Set<Said> known = knowledge.said(said);
            said.forEach(one ->
                    reconciliation.own(one, known.contains(one), one.type().equals(checkpoint)));
        });
    }

    private static void read(KafkaConsumer<String, byte[]> consumer, Speaker speaker, Portion portion)
            throws SQLException {
        List<TopicPartition> partitions = consumer.partitionsFor(speaker.topic()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
        var silence = new Silence(speaker.topic(), Duration.ofMillis(PATIENCE_MILLIS));
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            List<Said> said = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : silence.heard(consumer.poll(POLL))) {
                said(record, speaker).ifPresent(said::add);
            }
            portion.take(said);
        }
    }

    /** Bytes that are no event of this speaker are nobody's knowledge. */
    private static Optional<Said> said(ConsumerRecord<String, byte[]> record, Speaker speaker) {
        Optional<String> id = header(record, "ce_id");
        Optional<String> type = header(record, "ce_type");
        Optional<String> subject = header(record, "ce_subject");
        boolean isOfTheSpeaker =
                header(record, "ce_source").filter(speaker.source()::equals).isPresent();
        if (!isOfTheSpeaker || id.isEmpty() || type.isEmpty() || subject.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Said(
                new TopicPartition(record.topic(), record.partition()),
                record.offset(),
                id.get(),
                speaker.source(),
                type.get(),
                subject.get(),
                Instant.ofEpochMilli(record.timestamp()),
                header(record, "traceparent")
                        .map(TRACE::matcher)
                        .filter(Matcher::matches)
                        .map(match -> match.group(1))));
    }

    private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
