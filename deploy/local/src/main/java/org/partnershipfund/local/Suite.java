package org.partnershipfund.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.keycloak.KeycloakServer;
import org.partnershipfund.local.place.Identity;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Settings;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.process.Signals;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.service.ReplicationSlots;
import org.partnershipfund.local.service.ServiceProcess;
import org.partnershipfund.local.supervise.SuiteControl;
import org.partnershipfund.local.supervise.SuiteState;
import org.partnershipfund.local.token.LocalTokens;
import org.partnershipfund.local.token.People;
import org.partnershipfund.local.token.SigningKey;
import org.partnershipfund.local.token.Tokens;
import org.partnershipfund.local.wire.Wire;

/**
 * One whole suite as a test, the demo or a benchmark sees it: real processes under a real supervisor.
 *
 * <p>Children are named as {@code ./fund status} names them: {@code postgres}, {@code kafka}, {@code connect},
 * {@code allocation-service} and so on.
 */
public final class Suite implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration LONGEST_HEALING = Duration.ofMinutes(8);

    private final Place place;
    private final SuiteControl control;
    private final Logins logins;
    private final LocalTokens signer;
    private final ServiceProcess processes;
    private final Relays relays;
    private final ReplicationSlots slots;
    private final Optional<Wire> wire;

    private Suite(Place place, Optional<Wire> wire, Consumer<String> say) {
        var secrets = new Secrets(place.secrets());
        var key = new SigningKey(secrets);
        this.place = place;
        this.wire = wire;
        this.control = new SuiteControl(place, say);
        this.logins = new Logins(place, secrets);
        this.signer = new LocalTokens(key, People.of(place));
        this.processes = new ServiceProcess(place, logins, key);
        this.relays = new Relays(place);
        this.slots = new ReplicationSlots(logins);
    }

    /** The suite of this place, running or not. */
    public static Suite at(Place place, Consumer<String> say) {
        return new Suite(place, Optional.empty(), say);
    }

    /**
     * A new suite in a folder of its own on free ports, from the jars of this checkout; not started yet. Its tokens are
     * signed locally unless the settings say otherwise.
     *
     * @param settings more {@code FUND_} variables
     */
    public static Suite in(Path folder, Map<String, String> settings) {
        return new Suite(Place.of(checkout(), environment(folder, settings)), Optional.empty(), Suite::say);
    }

    /**
     * The same, but the services and Connect reach Kafka by a wire of this program, which can be cut. It is there until
     * this is closed; a suite that outlives it has no Kafka.
     */
    public static Suite byWire(Path folder, Map<String, String> settings) {
        var place = Place.of(checkout(), environment(folder, settings, Settings.KAFKA_WIRE_END));
        var wire = Wire.to(place.settings()
                .value(Settings.KAFKA_WIRE_END)
                .map(Integer::parseInt)
                .orElseThrow());
        return new Suite(place.with(Settings.KAFKA_WIRE, String.valueOf(wire.near())), Optional.of(wire), Suite::say);
    }

    private static Map<String, String> environment(Path folder, Map<String, String> settings, String... morePorts) {
        var environment = new HashMap<>(settings);
        // Most tests are about something else: signing locally saves them a minute and half a gigabyte.
        var _ = environment.putIfAbsent(Settings.IDENTITY, "local");
        // A suite that lives for one test would learn for nobody.
        var _ = environment.putIfAbsent(Settings.START_CACHES, "false");
        environment.put("FUND_DIR", folder.toString());
        environment.putAll(FreePorts.variables(new SecureRandom(), morePorts));
        return environment;
    }

    private static void say(String line) {
        System.out.println("[suite] " + line);
    }

    /** Starts it, unless it is up, and returns when everything serves. */
    public void up() throws InterruptedException {
        var _ = control.up();
    }

    /** Stops it; the data stays. */
    public void down() throws InterruptedException {
        var _ = control.down();
    }

    /** Stops it when this program ends, however it ends: whoever interrupts a measurement finds no suite left behind. */
    public Suite downAtExit() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::close));
        return this;
    }

    @Override
    public void close() {
        try {
            down();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wire.ifPresent(Wire::close);
        }
    }

    public Place place() {
        return place;
    }

    /** Between Kafka and the services and Connect; only a suite {@link #byWire} has it. */
    public Wire wire() {
        return wire.orElseThrow(() -> new IllegalStateException("the services reach Kafka by no wire"));
    }

    /** Such as {@code http://127.0.0.1:8081}. */
    public String url(Service service) {
        return place.url(service.api());
    }

    /** Calls its doors; as nobody until told otherwise. */
    public SuiteClient client() {
        return new SuiteClient(place, Tokens.at(place));
    }

    /** A locally signed token of the invented person that has these roles. */
    public String token(String... roles) {
        return signer.of(List.of(roles), Optional.empty(), Optional.empty(), Duration.ofHours(1));
    }

    /** A locally signed token of another system with scopes, such as {@code events:read}. */
    public String systemToken(String scopes) {
        return signer.of(List.of("system"), Optional.empty(), Optional.of(scopes), Duration.ofHours(1));
    }

    /** A connection that may do everything in the database of a service. */
    public Connection administrator(Service service) throws SQLException {
        return logins.administrator(service.word());
    }

    /** A connection with the rights the service itself has. */
    public Connection application(Service service) throws SQLException {
        return logins.application(service);
    }

    /** The process of a child now. */
    public Stamp process(String child) {
        return control.state()
                .map(state -> state.children().get(child))
                .map(SuiteState.ChildState::stamp)
                .orElseThrow(() -> new IllegalArgumentException("no child is called " + child));
    }

    /** The supervisor itself. */
    public Stamp supervisor() {
        return control.state().map(SuiteState::supervisor).orElseThrow();
    }

    /** The names of all children. */
    public List<String> children() {
        return control.state()
                .map(state -> List.copyOf(state.children().keySet()))
                .orElse(List.of());
    }

    /** How often a child was started again. */
    public int restarts(String child) {
        return control.state()
                .map(state -> state.children().get(child))
                .map(SuiteState.ChildState::restarts)
                .orElse(0);
    }

    /** Ends a child as a power cut would (KILL); the supervisor will start it again. */
    public void kill(String child) {
        Signals.send(process(child), "KILL");
    }

    /** Freezes a child with all its processes: they stay, and do nothing (STOP). */
    public void freeze(String child) {
        Signals.sendToAll(process(child), "STOP");
    }

    /** Lets a frozen child go on (CONT). */
    public void thaw(String child) {
        Signals.sendToAll(process(child), "CONT");
    }

    /** Returns when every child, every service and every relay serves. */
    public void awaitHealthy() throws InterruptedException {
        await("everything serves", LONGEST_HEALING, this::isHealthy);
    }

    /** Returns when a child runs in another process than this one, and everything serves. */
    public void awaitReplaced(String child, Stamp former) throws InterruptedException {
        await(
                child + " is started again",
                LONGEST_HEALING,
                () -> !process(child).equals(former));
        awaitHealthy();
    }

    /** Whether every child, every service and every relay serves at this moment. */
    public boolean isHealthy() {
        var alive = control.state()
                .filter(SuiteState::isSupervised)
                .filter(state -> state.alive().size() == state.children().size());
        if (alive.isEmpty()) {
            return false;
        }
        try {
            for (var service : Service.values()) {
                if (!slots.isRead(service)) {
                    return false;
                }
                if (!place.settings().without(service) && !processes.isReady(service)) {
                    return false;
                }
            }
            if (place.settings().identity() == Identity.KEYCLOAK
                    && !new KeycloakServer(place, new Secrets(place.secrets())).isReady()) {
                return false;
            }
            return relays.states().values().stream().allMatch(Relays.State.RUNNING::equals);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for a condition with a bound; says what was waited for when it does not come. */
    public static void await(String what, Duration atMost, BooleanSupplier condition) throws InterruptedException {
        var until = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("after %d s still not: %s".formatted(atMost.toSeconds(), what));
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    /** The checkout we were built in: the folder that holds the {@code fund} script. */
    public static Path checkout() {
        var told = System.getProperty("fund.root");
        var folder = told == null ? Path.of("").toAbsolutePath() : Path.of(told);
        while (!Files.isRegularFile(folder.resolve("fund"))) {
            var parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "not inside a checkout: " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }
}
