package org.partnershipfund.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.partnershipfund.local.place.Place;

/** What stands in one topic, read from its beginning. */
record Topic(Place place, String name) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static Topic of(Place place, String name) {
        return new Topic(place, name);
    }

    /** The first record with this header, waited for. */
    ConsumerRecord<String, String> first(String header, String value) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", place.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < until) {
                for (var heard : consumer.poll(Duration.ofMillis(200))) {
                    if (value.equals(headers(heard).get(header))) {
                        return heard;
                    }
                }
            }
            throw new AssertionError("no record with " + header + " = " + value + " in " + name);
        }
    }

    /** The headers as text. */
    static Map<String, String> headers(ConsumerRecord<?, ?> heard) {
        var headers = new HashMap<String, String>();
        heard.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "null" : new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
