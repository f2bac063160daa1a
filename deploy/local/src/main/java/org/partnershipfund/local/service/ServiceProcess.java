package org.partnershipfund.local.service;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.partnershipfund.local.place.Identity;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Settings;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.JavaCommand;
import org.partnershipfund.local.token.Clients;
import org.partnershipfund.local.token.SigningKey;

/** How one service is run from its packaged jar: as itself, or once as the owner of its database to migrate it. */
public final class ServiceProcess {

    private static final int HEAP_MEGABYTES = 256;
    /** Here a demo, a bench or a test of ours is a whole district, and comes from one address. */
    private static final Map<String, String> CROWD = Map.of(
            "FUND_CALLERS_SIGNED_IN_PER_SECOND", "10000",
            "FUND_CALLERS_SIGNED_IN_AT_ONCE", "100000",
            "FUND_CALLERS_ANONYMOUS_PER_SECOND", "10000",
            "FUND_CALLERS_ANONYMOUS_AT_ONCE", "100000",
            "FUND_CALLERS_SIGNED_IN_UNDER_WAY", "100000",
            "FUND_CALLERS_ANONYMOUS_UNDER_WAY", "100000");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Place place;
    private final Logins logins;
    private final SigningKey key;

    public ServiceProcess(Place place, Logins logins, SigningKey key) {
        this.place = place;
        this.logins = logins;
        this.key = key;
    }

    /** The service itself. */
    public ChildSpec serving(Service service) {
        return child(service, service.module(), environment(service), Duration.ofMinutes(5));
    }

    /** The same jar, once, as the owner: it migrates and ends. */
    ChildSpec migrating(Service service) {
        var environment = new TreeMap<>(environment(service));
        environment.putAll(Map.of(
                "QUARKUS_INIT_AND_EXIT",
                "true",
                "QUARKUS_FLYWAY_MIGRATE_AT_START",
                "true",
                "QUARKUS_FLYWAY_USERNAME",
                service.ownerRole(),
                "QUARKUS_FLYWAY_PASSWORD",
                logins.password(service.ownerRole())));
        return child(
                service,
                service.module() + "-migration",
                environment,
                Duration.ofMinutes(10),
                "-XX:TieredStopAtLevel=1");
    }

    /** The variables of a running service; a developer's dev mode takes the same. */
    public Map<String, String> environment(Service service) {
        var environment = new TreeMap<String, String>();
        environment.putAll(Map.of(
                "QUARKUS_HTTP_PORT", String.valueOf(place.port(service.api())),
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(place.port(service.management())),
                "QUARKUS_DATASOURCE_JDBC_URL", place.jdbcUrl(service.word()),
                "QUARKUS_DATASOURCE_USERNAME", service.appRole(),
                "QUARKUS_DATASOURCE_PASSWORD", logins.password(service.appRole()),
                "KAFKA_BOOTSTRAP_SERVERS", place.bootstrapServersOfServices()));
        environment.putAll(identity());
        environment.put(
                Settings.CLOCK_ADJUSTABLE,
                place.settings().value(Settings.CLOCK_ADJUSTABLE).orElse("false"));
        environment.put(
                Settings.WEBHOOKS_INSIDE_ALLOWED,
                place.settings().value(Settings.WEBHOOKS_INSIDE_ALLOWED).orElse("false"));
        // Here logs are read by people, with ./fund logs, until somebody says otherwise.
        environment.put(
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                place.settings().value(Settings.LOG_JSON).orElse("false"));
        // Made for nobody without a collector, and not for nothing.
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_TELEMETRY",
                place.settings().value(Settings.TRACE_STATEMENTS).orElse("false"));
        environment.putAll(mail());
        environment.putAll(monitor());
        environment.putAll(files());
        environment.putAll(CROWD);
        return environment;
    }

    /** Where files that people send lie: with the data, because a row without its file is a loss. */
    private Map<String, String> files() {
        return Map.of(
                "FUND_EVIDENCE_FOLDER", place.data().resolve("evidence").toString(),
                "FUND_ATTACHMENTS_FOLDER", place.data().resolve("attachments").toString());
    }

    /** Each service serves the operators' page, so that one of them may be away; each lets the others' pages ask. */
    private Map<String, String> monitor() {
        var environment = new TreeMap<String, String>();
        for (var service : Service.values()) {
            environment.put("FUND_MONITOR_" + service.word().toUpperCase(Locale.ROOT), place.url(service.api()));
        }
        environment.put("QUARKUS_HTTP_CORS_ENABLED", "true");
        environment.put(
                "QUARKUS_HTTP_CORS_ORIGINS",
                Arrays.stream(Service.values())
                        .map(service -> place.url(service.api()))
                        .collect(Collectors.joining(",")));
        if (place.settings().identity() == Identity.KEYCLOAK) {
            environment.put("FUND_MONITOR_ISSUER", place.issuer());
            environment.put("FUND_MONITOR_CLIENT", Clients.MONITOR);
        }
        return environment;
    }

    private Map<String, String> mail() {
        var server = place.mailServer();
        return Map.of(
                "QUARKUS_MAILER_HOST", server.host(),
                "QUARKUS_MAILER_PORT", String.valueOf(server.port()),
                "FUND_MAIL_LINK", place.url(Service.APPROVAL.api()));
    }

    private Map<String, String> identity() {
        return switch (place.settings().identity()) {
            case LOCAL ->
                Map.of("QUARKUS_OIDC_PUBLIC_KEY", key.publicKey(), "QUARKUS_OIDC_TOKEN_ISSUER", place.issuer());
            case KEYCLOAK, EXTERNAL ->
                Map.of(
                        "QUARKUS_OIDC_AUTH_SERVER_URL",
                        place.issuer(),
                        "QUARKUS_OIDC_TOKEN_ISSUER",
                        place.issuer(),
                        // Verified here by the provider's keys, always: a token that cannot be is no reason to ask.
                        "QUARKUS_OIDC_TOKEN_ALLOW_JWT_INTROSPECTION",
                        "false",
                        "QUARKUS_OIDC_TOKEN_ALLOW_OPAQUE_TOKEN_INTROSPECTION",
                        "false");
        };
    }

    /** Whether the service says of itself that it is ready. */
    public boolean isReady(Service service) {
        try {
            var question = HttpRequest.newBuilder(URI.create(place.url(service.management()) + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (java.io.IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ChildSpec child(
            Service service, String name, Map<String, String> environment, Duration readyWithin, String... options) {
        var command = new ArrayList<>(JavaCommand.withHeapMegabytes(
                HEAP_MEGABYTES, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", place.runner(service).toString()));
        return new ChildSpec(
                name,
                command,
                environment,
                // Quarkus reads config/ and .env of the folder it runs in: an empty one.
                place.run().resolve(service.module()),
                place.log(name),
                readyWithin,
                () -> isReady(service));
    }
}
