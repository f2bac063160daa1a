package org.partnershipfund.local.place;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an operator may turn besides folders and ports, all by {@code FUND_} variables.
 *
 * @param variables the variables as given, passed on to the supervisor
 */
public record Settings(Map<String, String> variables) {

    /** {@code host:port} of a PostgreSQL that is not ours; needs the administrator's login too. */
    public static final String EXTERNAL_POSTGRES = "FUND_EXTERNAL_POSTGRES";

    public static final String EXTERNAL_POSTGRES_USER = "FUND_EXTERNAL_POSTGRES_USER";
    public static final String EXTERNAL_POSTGRES_PASSWORD = "FUND_EXTERNAL_POSTGRES_PASSWORD";

    /** {@code host:port,...} of a Kafka that is not ours. */
    public static final String EXTERNAL_KAFKA = "FUND_EXTERNAL_KAFKA";

    /**
     * The port where a wire to our broker begins: services and Connect reach Kafka by it. Set by {@code Suite.byWire}
     * only, which holds the wire; nobody else needs it.
     */
    public static final String KAFKA_WIRE = "FUND_KAFKA_WIRE";

    /** The port where that wire ends: our broker listens there too. */
    public static final String KAFKA_WIRE_END = "FUND_KAFKA_WIRE_END";

    /** {@code host:port} of the district's mail server; then nothing is caught. Login and TLS by {@code QUARKUS_MAILER_*}. */
    public static final String EXTERNAL_SMTP = "FUND_EXTERNAL_SMTP";

    /** The issuer of an OpenID provider that is not ours; then Keycloak is not started and nothing is signed here. */
    public static final String EXTERNAL_OIDC = "FUND_EXTERNAL_OIDC";

    /** A client of that provider with the role {@code operator}, by which the launcher's own commands come in. */
    public static final String EXTERNAL_OIDC_CLIENT = "FUND_EXTERNAL_OIDC_CLIENT";

    public static final String EXTERNAL_OIDC_SECRET = "FUND_EXTERNAL_OIDC_SECRET";

    /** {@code keycloak} or {@code local}; see {@link Identity}. */
    public static final String IDENTITY = "FUND_IDENTITY";

    /** {@code quick} or {@code full}; see {@link #quickJvms}. */
    public static final String JVM = "FUND_JVM";

    /** {@code false}: no JVM starts from a cache, none makes one. */
    public static final String START_CACHES = "FUND_START_CACHES";

    /** Where PostgreSQL and Keycloak are unpacked; several suites may share it. */
    public static final String PROGRAMS = "FUND_PROGRAMS";

    /** {@code true} opens the operator's door that sets the district clock. */
    public static final String CLOCK_ADJUSTABLE = "FUND_CLOCK_ADJUSTABLE";

    /** {@code true}: the services write their logs as JSON, a line each, as they do in production. */
    public static final String LOG_JSON = "FUND_LOG_JSON";

    /** {@code true}: the services make a span for every SQL statement, for a collector named by {@code QUARKUS_OTEL_*}. */
    public static final String TRACE_STATEMENTS = "FUND_TRACE_STATEMENTS";

    /** {@code true} lets partners' webhooks lead to this machine, over plain HTTP: for a demo's portal, never in production. */
    public static final String WEBHOOKS_INSIDE_ALLOWED = "FUND_WEBHOOKS_INSIDE_ALLOWED";

    /** As root: the ordinary user that PostgreSQL runs as where {@code unshare -U} is not permitted. */
    public static final String POSTGRES_USER = "FUND_POSTGRES_USER";

    /** Services not to start, separated by commas; {@code up --without} sets it. */
    public static final String WITHOUT = "FUND_WITHOUT";

    /** A server's address. */
    public record Server(String host, int port) {}

    public Settings {
        variables = Map.copyOf(variables);
    }

    static Settings of(Map<String, String> environment) {
        var ours = new TreeMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith("FUND_") && !name.startsWith("FUND_PORT_") && !name.equals("FUND_DIR")) {
                ours.put(name, value);
            }
        });
        return new Settings(ours);
    }

    Map<String, String> asEnvironment() {
        return variables;
    }

    /** The same settings with one more. */
    public Settings with(String variable, String value) {
        var more = new LinkedHashMap<>(variables);
        more.put(variable, value);
        return new Settings(more);
    }

    /** The value of a variable that is set and not blank. */
    public Optional<String> value(String variable) {
        return Optional.ofNullable(variables.get(variable)).map(String::strip).filter(text -> !text.isEmpty());
    }

    public Optional<Server> externalPostgres() {
        return server(EXTERNAL_POSTGRES);
    }

    /** The mail server that is not ours; empty where the suite catches its own mail. */
    public Optional<Server> externalSmtp() {
        return server(EXTERNAL_SMTP);
    }

    private Optional<Server> server(String variable) {
        return value(variable).map(address -> {
            var colon = address.lastIndexOf(':');
            try {
                return new Server(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new SettingException(variable + " must be host:port, not \"" + address + "\"", e);
            }
        });
    }

    public Optional<String> externalKafka() {
        return value(EXTERNAL_KAFKA);
    }

    /** Who vouches for people. */
    public Identity identity() {
        if (value(EXTERNAL_OIDC).isPresent()) {
            return Identity.EXTERNAL;
        }
        return switch (value(IDENTITY).orElse("keycloak")) {
            case "keycloak" -> Identity.KEYCLOAK;
            case "local" -> Identity.LOCAL;
            case String other ->
                throw new SettingException(IDENTITY + " must be keycloak or local, not \"" + other + "\"");
        };
    }

    /** Whether JVMs compile with the first compiler only: they serve in half the time, and never get as fast. */
    public boolean quickJvms() {
        return switch (value(JVM).orElse("quick")) {
            case "quick" -> true;
            case "full" -> false;
            case String other -> throw new SettingException(JVM + " must be quick or full, not \"" + other + "\"");
        };
    }

    /** Whether JVMs start from what an earlier start learned. */
    public boolean startCaches() {
        return !value(START_CACHES).orElse("true").equals("false");
    }

    /** Whether this service is left out, for instance because a developer runs it in dev mode. */
    public boolean without(Service service) {
        return value(WITHOUT).stream()
                .flatMap(list -> java.util.stream.Stream.of(list.split(",", -1)))
                .map(String::strip)
                .anyMatch(word -> Service.named(word).filter(service::equals).isPresent());
    }
}
