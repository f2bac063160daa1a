package org.partnershipfund.local.bench;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.partnershipfund.local.Suite;

/** How many records were ever written to allocation's topic. */
final class TopicEnd implements AutoCloseable {

    private static final String TOPIC = "partnership-fund.allocation.v1";

    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicEnd(Suite suite) {
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", suite.place().bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The sum over all partitions. */
    long offsets() {
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
