package org.partnershipfund.local.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.partnershipfund.local.place.Service;

/** How fast the relay carries one large commit to Kafka, beside a bare producer with the same records. */
final class RelayDrain {

    private static final int EVENTS = 20_000;
    private static final String TOPIC = "partnership-fund.allocation.v1";
    /** A topic of its own: whatever is not an event would become a dead letter where a service listens. */
    private static final String YARDSTICK = "bench.yardstick";

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private RelayDrain() {}

    static void measure(Traffic traffic, Report report, int runs) throws SQLException {
        report.chapter(
                "Relay: %,d events of 411 bytes committed at once, until the last is in Kafka".formatted(EVENTS));
        createYardstick(traffic);
        List<Double> relay = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            relay.add(relay(traffic, "BenchNoise" + i));
            bare.add(bare(traffic));
        }
        report.figure("events a second", Report.median(relay, "%.0f"), "aim: 5000");
        report.figure("the same records by a bare producer", Report.median(bare, "%.0f"), "yardstick");
    }

    private static double relay(Traffic traffic, String name) throws SQLException {
        try (var consumer = atTheEnd(traffic);
                var log = traffic.connection(Service.ALLOCATION)) {
            log.setAutoCommit(false);
            for (int i = 0; i < EVENTS; i++) {
                traffic.noise(log, name);
            }
            log.commit();
            long committed = System.nanoTime();
            var type = "org.partnershipfund.allocation.%s.v1".formatted(name);
            int arrived = 0;
            while (arrived < EVENTS) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    var header = record.headers().lastHeader("ce_type");
                    if (header != null && new String(header.value(), StandardCharsets.UTF_8).equals(type)) {
                        arrived++;
                    }
                }
                if (System.nanoTime() - committed > LONGEST.toNanos()) {
                    throw new IllegalStateException("only %d of %d events came".formatted(arrived, EVENTS));
                }
            }
            return EVENTS * 1e9 / (System.nanoTime() - committed);
        }
    }

    /** With as many partitions as the services' topics have. */
    private static void createYardstick(Traffic traffic) {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", traffic.suite().place().bootstrapServers()))) {
            int partitions = admin.describeTopics(List.of(TOPIC))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
            var _ = admin.createTopics(List.of(new NewTopic(YARDSTICK, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the yardstick's topic cannot be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the yardstick's topic was created", e);
        }
    }

    /** To a topic on which nobody acts, with the relay's own promise: all replicas, no linger. */
    private static double bare(Traffic traffic) {
        var value = "{\"text\": \"%s\"}".formatted("x".repeat(400)).getBytes(StandardCharsets.UTF_8);
        try (var producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", traffic.suite().place().bootstrapServers(),
                        "acks", "all",
                        "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            long begin = System.nanoTime();
            for (int i = 0; i < EVENTS; i++) {
                var record = new ProducerRecord<>(YARDSTICK, traffic.school(), value);
                record.headers()
                        .add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                        .add("ce_type", "bench".getBytes(StandardCharsets.UTF_8));
                var _ = producer.send(record);
            }
            producer.flush();
            return EVENTS * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static KafkaConsumer<String, byte[]> atTheEnd(Traffic traffic) {
        var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", traffic.suite().place().bootstrapServers(),
                        "fetch.max.bytes", "2097152",
                        "max.partition.fetch.bytes", "524288"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(partition -> {
            var _ = consumer.position(partition);
        });
        return consumer;
    }
}
