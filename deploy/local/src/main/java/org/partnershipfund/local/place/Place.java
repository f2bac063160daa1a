package org.partnershipfund.local.place;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where one suite lives: the checkout with the built jars, its own folder, its ports.
 *
 * @param root the checkout; jars are read from its {@code target} folders
 * @param dir everything the suite writes, usually {@code .fund} in the checkout
 * @param ports one per door, all on 127.0.0.1
 * @param settings the other {@code FUND_} variables, see {@link Settings}
 */
public record Place(Path root, Path dir, Map<Door, Integer> ports, Settings settings) {

    public static final String LOOPBACK = "127.0.0.1";

    /**
     * The ports of a wire.
     *
     * @param near where its users knock
     * @param far where it leads
     */
    public record Ends(int near, int far) {}

    private static final String REALM = "/realms/partnership-fund";

    /** Reads {@code FUND_DIR}, {@code FUND_PORT_*} and the rest of the {@code FUND_} variables. */
    public static Place of(Path root, Map<String, String> environment) {
        var ports = new EnumMap<Door, Integer>(Door.class);
        for (var door : Door.values()) {
            var told = environment.get(door.variable());
            ports.put(door, told == null ? door.usualPort() : number(door.variable(), told));
        }
        var dir = environment.get("FUND_DIR");
        var home = root.toAbsolutePath().normalize();
        return new Place(
                home,
                dir == null || dir.isBlank()
                        ? home.resolve(".fund")
                        : Path.of(dir).toAbsolutePath().normalize(),
                Map.copyOf(ports),
                Settings.of(environment));
    }

    /** The same place with one setting more. */
    public Place with(String variable, String value) {
        return new Place(root, dir, ports, settings.with(variable, value));
    }

    /** The variables that make {@link #of} answer this place again, for the supervisor's environment. */
    public Map<String, String> asEnvironment() {
        var variables = new LinkedHashMap<String, String>(settings.asEnvironment());
        variables.put("FUND_DIR", dir.toString());
        for (var door : Door.values()) {
            variables.put(door.variable(), String.valueOf(port(door)));
        }
        return variables;
    }

    /** The port of a door. */
    public int port(Door door) {
        return ports.getOrDefault(door, door.usualPort());
    }

    /** Such as {@code http://127.0.0.1:8081}. */
    public String url(Door door) {
        return "http://" + LOOPBACK + ":" + port(door);
    }

    /** Such as {@code jdbc:postgresql://127.0.0.1:15432/allocation}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + databaseHost() + ":" + databasePort() + "/" + database;
    }

    /** Ours, or the one {@code FUND_EXTERNAL_POSTGRES} names. */
    public String databaseHost() {
        return settings.externalPostgres().map(Settings.Server::host).orElse(LOOPBACK);
    }

    /** Ours, or the one {@code FUND_EXTERNAL_POSTGRES} names. */
    public int databasePort() {
        return settings.externalPostgres().map(Settings.Server::port).orElse(port(Door.POSTGRES));
    }

    /** Our mail catcher, or what {@code FUND_EXTERNAL_SMTP} names. */
    public Settings.Server mailServer() {
        return settings.externalSmtp().orElseGet(() -> new Settings.Server(LOOPBACK, port(Door.MAIL)));
    }

    /** Our broker, or what {@code FUND_EXTERNAL_KAFKA} names. */
    public String bootstrapServers() {
        return settings.externalKafka().orElse(LOOPBACK + ":" + port(Door.KAFKA));
    }

    /** By which services and Connect reach Kafka: the wire to our broker where one is laid. */
    public String bootstrapServersOfServices() {
        return settings.externalKafka().isPresent()
                ? bootstrapServers()
                : kafkaWire().map(wire -> LOOPBACK + ":" + wire.near()).orElseGet(this::bootstrapServers);
    }

    /** Between our broker and those who reach it by a wire. */
    public Optional<Ends> kafkaWire() {
        return settings.value(Settings.KAFKA_WIRE).map(near -> {
            String far = settings.value(Settings.KAFKA_WIRE_END).orElse("");
            return new Ends(number(Settings.KAFKA_WIRE, near), number(Settings.KAFKA_WIRE_END, far));
        });
    }

    /** What survives {@code down} and {@code up}. */
    public Path data() {
        return dir.resolve("data");
    }

    public Path logs() {
        return dir.resolve("logs");
    }

    /** The log of one process. */
    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** What describes the present run only. */
    public Path run() {
        return dir.resolve("run");
    }

    /** Passwords and the signing key; readable by the owner only. */
    public Path secrets() {
        return dir.resolve("secrets");
    }

    /** The packaged service that {@code java -jar} starts. */
    public Path runner(Service service) {
        return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Who stands in every token as its issuer; with a subject it is a person of the suite. */
    public String issuer() {
        return switch (settings.identity()) {
            case EXTERNAL -> settings.value(Settings.EXTERNAL_OIDC).orElseThrow();
            case KEYCLOAK -> url(Door.KEYCLOAK) + REALM;
            // As if Keycloak ran where it usually does: the same person is then the same in both.
            case LOCAL -> "http://" + LOOPBACK + ":" + Door.KEYCLOAK.usualPort() + REALM;
        };
    }

    /** Programs that are unpacked once. */
    public Path programs() {
        return settings.value(Settings.PROGRAMS)
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .orElseGet(() -> dir.resolve("programs"));
    }

    /** The people of the sample district. */
    public Path people() {
        return deploy("sample").resolve("people.csv");
    }

    /** A folder of {@code deploy/}. */
    public Path deploy(String module) {
        return root.resolve("deploy").resolve(module);
    }

    private static int number(String variable, String text) {
        try {
            var port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new SettingException(variable + " must be a port from 1 to 65535, not \"" + text + "\"", e);
        }
        throw new SettingException(variable + " must be a port from 1 to 65535, not \"" + text + "\"");
    }
}
