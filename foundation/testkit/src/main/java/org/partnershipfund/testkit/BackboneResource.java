package org.partnershipfund.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL and a real Kafka for the tests of one module, started once per module run.
 *
 * <p>Use it as the module's one {@code @WithTestResource}; the init argument {@code service} ({@code allocation},
 * {@code portfolio}, {@code approval}, {@code procurement}, or {@code foundation}) picks the database and its roles.
 * The application logs in as the role that may not change tables; Flyway as the owner, as in production.
 */
public final class BackboneResource implements QuarkusTestResourceLifecycleManager {

    private String service = "foundation";
    private @Nullable PostgresWithoutDocker postgres;
    private @Nullable KafkaWithoutDocker kafka;

    @Override
    public void init(Map<String, String> initArgs) {
        service = initArgs.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        PostgresWithoutDocker database = PostgresWithoutDocker.start();
        postgres = database;
        database.createService(service);
        KafkaWithoutDocker broker = KafkaWithoutDocker.start();
        kafka = broker;
        broker.createTopics();
        Map<String, String> config = new HashMap<>(Map.of(
                "quarkus.datasource.jdbc.url",
                database.url(service),
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
    }
}
