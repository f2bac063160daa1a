package org.partnershipfund.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.Uuid;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.JavaCommand;
import org.partnershipfund.local.process.Launch;

/** Our one broker: KRaft, broker and controller in one JVM, on loopback, no topic without being asked. */
public final class KafkaBroker {

    private static final int HEAP_MEGABYTES = 256;
    private static final String LOG = "log";

    private final Place place;

    public KafkaBroker(Place place) {
        this.place = place;
    }

    /** Formats the storage when there is none yet and answers how the broker is started. */
    public ChildSpec prepare() throws InterruptedException {
        var home = place.data().resolve("kafka");
        var file = place.run().resolve("kafka.properties");
        try {
            var _ = Files.createDirectories(home);
            var _ = Files.createDirectories(place.run());
            write(configuration(), file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        if (!Files.exists(home.resolve(LOG).resolve("meta.properties"))) {
            Launch.run(child(
                    "kafka-format",
                    command(
                            "kafka.tools.StorageTool",
                            "format",
                            "-t",
                            Uuid.randomUuid().toString(),
                            "-c",
                            file.toString()),
                    () -> true));
        }
        return child("kafka", command("kafka.Kafka", file.toString()), this::answers);
    }

    private Properties configuration() {
        var broker = Place.LOOPBACK + ":" + place.port(Door.KAFKA);
        var controller = Place.LOOPBACK + ":" + place.port(Door.KAFKA_CONTROLLER);
        var properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@" + controller,
                "listeners", "PLAINTEXT://%s,CONTROLLER://%s".formatted(broker, controller),
                "advertised.listeners", "PLAINTEXT://" + broker,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "PLAINTEXT",
                // Relative to where the broker runs: Kafka takes this for a list, and a folder may have a comma in its
                // name.
                "log.dirs", LOG,
                "auto.create.topics.enable", "false"));
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "num.network.threads", "2"));
        properties.putAll(Map.of("num.io.threads", "4", "background.threads", "2"));
        place.kafkaWire().ifPresent(wire -> listenAtTheEndOf(wire, properties));
        return properties;
    }

    // Kafka tells its clients where to call it, by the listener they came to: whoever came by the wire stays on it.
    private static void listenAtTheEndOf(Place.Ends wire, Properties properties) {
        append(properties, "listeners", "WIRE://%s:%d".formatted(Place.LOOPBACK, wire.far()));
        append(properties, "advertised.listeners", "WIRE://%s:%d".formatted(Place.LOOPBACK, wire.near()));
        append(properties, "listener.security.protocol.map", "WIRE:PLAINTEXT");
    }

    private static void append(Properties properties, String list, String item) {
        var _ = properties.merge(list, item, (former, more) -> former + "," + more);
    }

    private boolean answers() throws Exception {
        try (var admin = Admin.create(Topics.client(place.bootstrapServers()))) {
            var nodes = admin.describeCluster(new DescribeClusterOptions().timeoutMs(2_000))
                    .nodes()
                    .get();
            return !nodes.isEmpty();
        }
    }

    private List<String> command(String mainClass, String... arguments) {
        var command = new ArrayList<>(JavaCommand.ofFolder(
                HEAP_MEGABYTES,
                place.deploy("kafka").resolve("target/lib"),
                mainClass,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(arguments));
        return command;
    }

    private ChildSpec child(String name, List<String> command, ChildSpec.Probe ready) {
        return new ChildSpec(
                name,
                command,
                Map.of(),
                place.data().resolve("kafka"),
                place.log("kafka"),
                Duration.ofMinutes(4),
                ready);
    }

    private static void write(Properties properties, Path file) throws IOException {
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "Written by ./fund before each start; changes here do not stay.");
        }
    }
}
