package org.partnershipfund.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL and a real Kafka for the tests of one module, started once per module run.
 *
 * <p>Use it as the module's one {@code @WithTestResource}; the init argument {@code service} ({@code allocation},
 * {@code portfolio}, {@code approval}, {@code procurement}, or {@code foundation}) picks the database and its roles.
 * The application logs in as the role that may not change tables; Flyway as the owner, as in production.
 *
 * <p>With the init argument {@code tls} ({@code true}) both servers show a certificate, the application has the settings
 * of docs/operations.md "Encrypted connections" that verify it, and serves by HTTPS, too.
 */
public final class BackboneResource implements QuarkusTestResourceLifecycleManager {

    private String service = "foundation";
    private boolean tls;
    private @Nullable PostgresWithoutDocker postgres;
    private @Nullable KafkaWithoutDocker kafka;
    private @Nullable Path certificates;

    @Override
    public void init(Map<String, String> initArgs) {
        service = initArgs.getOrDefault("service", service);
        tls = Boolean.parseBoolean(initArgs.get("tls"));
    }

    @Override
    public Map<String, String> start() {
        return tls ? startWithTls() : start(PostgresWithoutDocker.start(), KafkaWithoutDocker.start(), "");
    }

    private Map<String, String> startWithTls() {
        try {
            Path folder = Files.createTempDirectory("testkit-tls");
            certificates = folder;
            ServerCertificate own = ServerCertificate.in(folder);
            Map<String, String> config = start(
                    PostgresWithoutDocker.startWithTls(own),
                    KafkaWithoutDocker.startWithTls(own),
                    "?sslmode=verify-full&sslrootcert=" + own.certificate());
            // By the names of the variables, as an operator gives them.
            KafkaWithoutDocker.trusting(own.certificate())
                    .forEach((key, value) ->
                            config.put("KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
            config.put("quarkus.http.ssl.certificate.files", own.certificate().toString());
            config.put("quarkus.http.ssl.certificate.key-files", own.key().toString());
            config.put("quarkus.http.test-ssl-port", "0");
            config.put("testkit.tls.certificate", own.certificate().toString());
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a certificate", e);
        }
    }

    private Map<String, String> start(
            PostgresWithoutDocker database, KafkaWithoutDocker broker, String parametersOfConnections) {
        postgres = database;
        kafka = broker;
        database.createService(service);
        broker.createTopics();
        Map<String, String> config = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url",
                database.url(service) + parametersOfConnections,
                "quarkus.datasource.username",
                service + "_app",
                "quarkus.datasource.password",
                PostgresWithoutDocker.PASSWORD,
                "quarkus.flyway.migrate-at-start",
                "true",
                "quarkus.flyway.username",
                service + "_owner",
                "quarkus.flyway.password",
                PostgresWithoutDocker.PASSWORD,
                "quarkus.flyway.placeholders.app_role",
                service + "_app",
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "quarkus.oidc.public-key",
                Tokens.publicKey(),
                "quarkus.oidc.token.issuer",
                Tokens.ISSUER));
        // A packaged service in a test must not take the port of one that runs beside it.
        config.put("quarkus.management.port", "0");
        if (!service.equals("foundation")) {
            // One test is a crowd; that there are limits, the foundation's own tests show.
            config.put("fund.callers.signed-in-at-once", "100000");
            config.put("fund.callers.anonymous-at-once", "100000");
            config.put("fund.callers.signed-in-under-way", "100000");
            config.put("fund.callers.anonymous-under-way", "100000");
        }
        // For tests that look at the server itself: as superuser, as the relay, or to stop and start it.
        config.put("testkit.postgres.url", database.url(service));
        config.put("testkit.postgres.superuser", PostgresWithoutDocker.SUPERUSER);
        config.put("testkit.postgres.password", PostgresWithoutDocker.PASSWORD);
        return config;
    }

    @Override
    public void inject(TestInjector into) {
        if (postgres != null) {
            into.injectIntoFields(
                    new ServiceDatabase(postgres, service), new TestInjector.MatchesType(ServiceDatabase.class));
        }
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (certificates != null) {
            remove(certificates);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
