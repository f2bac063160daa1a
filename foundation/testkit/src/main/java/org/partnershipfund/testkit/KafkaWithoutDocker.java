package org.partnershipfund.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real Kafka broker (KRaft, one node) in this JVM, by Kafka's own classes: no Docker. */
public final class KafkaWithoutDocker implements AutoCloseable {

    /** The topics of design §4; six partitions are the unit of parallelism of a consumer. */
    private static final List<String> TOPICS = List.of(
            "partnership-fund.allocation.v1",
            "partnership-fund.portfolio.v1",
            "partnership-fund.approval.v1",
            "partnership-fund.procurement.v1");

    private final KafkaRaftServer server;
    private final Path home;
    private final int port;
    private final Map<String, String> security;

    private KafkaWithoutDocker(KafkaRaftServer server, Path home, int port, Map<String, String> security) {
        this.server = server;
        this.home = home;
        this.port = port;
        this.security = security;
    }

    /** Starts a broker on a free port of the loopback interface, with an empty data directory. */
    public static KafkaWithoutDocker start() {
        return start("PLAINTEXT", Map.of(), Map.of());
    }

    /** The same, and it speaks TLS only, with this certificate. */
    public static KafkaWithoutDocker startWithTls(ServerCertificate certificate) {
        return start("SSL", certificate.kafkaSettings(), trusting(certificate.certificate()));
    }

    /** What a client is told that comes by TLS and trusts this certificate. */
    public static Map<String, String> trusting(Path certificate) {
        return Map.of(
                "security.protocol", "SSL",
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", certificate.toString());
    }

    private static KafkaWithoutDocker start(String protocol, Map<String, String> more, Map<String, String> security) {
        try {
            Path home = Files.createTempDirectory("testkit-kafka");
            int port = freePort();
            int controllerPort = freePort();
            Properties settings = new Properties();
            settings.put("process.roles", "broker,controller");
            settings.put("node.id", "1");
            settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
            settings.put(
                    "listeners",
                    "%s://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(protocol, port, controllerPort));
            settings.put("advertised.listeners", "%s://127.0.0.1:%d".formatted(protocol, port));
            settings.put("listener.security.protocol.map", "%1$s:%1$s,CONTROLLER:PLAINTEXT".formatted(protocol));
            settings.put("controller.listener.names", "CONTROLLER");
            settings.put("inter.broker.listener.name", protocol);
            settings.put("log.dirs", home.resolve("data").toString());
            settings.put("auto.create.topics.enable", "false");
            settings.put("offsets.topic.replication.factor", "1");
            settings.put("offsets.topic.num.partitions", "2");
            settings.put("transaction.state.log.replication.factor", "1");
            settings.put("transaction.state.log.min.isr", "1");
            settings.put("transaction.state.log.num.partitions", "2");
            settings.put("share.coordinator.state.topic.replication.factor", "1");
            settings.put("share.coordinator.state.topic.min.isr", "1");
            settings.put("group.initial.rebalance.delay.ms", "0");
            settings.put("log.cleaner.dedupe.buffer.size", "2097152");
            settings.put("num.network.threads", "2");
            settings.put("num.io.threads", "2");
            settings.putAll(more);
            Path file = home.resolve("server.properties");
            try (var out = Files.newBufferedWriter(file)) {
                settings.store(out, null);
            }
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            int formatted = StorageTool.execute(
                    new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()}, nowhere);
            if (formatted != 0) {
                throw new IllegalStateException("Kafka could not format its data directory: exit " + formatted);
            }
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            return new KafkaWithoutDocker(server, home, port, security);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start Kafka", e);
        }
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Creates the four topics as production does: explicitly, kept for ever. */
    public void createTopics() {
        Map<String, Object> client = new HashMap<>(security);
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(TOPICS.stream()
                            .map(name -> new NewTopic(name, 6, (short) 1).configs(Map.of("retention.ms", "-1")))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + home, e);
        }
    }

    /**
     * A port below those that Linux hands to the near end of any connection (from 32768): another test's connection
     * could take one of those before the broker listens there.
     */
    private static int freePort() throws IOException {
        var dice = new SecureRandom();
        for (int attempt = 0; attempt < 1_000; attempt++) {
            try (ServerSocket socket =
                    new ServerSocket(dice.nextInt(20_000, 32_768), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException _) {
                // Somebody serves there: the next throw.
            }
        }
        throw new IOException("no port between 20000 and 32768 is free");
    }
}
