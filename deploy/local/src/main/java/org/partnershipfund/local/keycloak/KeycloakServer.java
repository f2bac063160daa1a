package org.partnershipfund.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.token.People;

/** Our Keycloak: the realm file is written before each start, and used at the first. */
public final class KeycloakServer {

    /** What {@code ./fund status} calls it. */
    public static final String CHILD = "keycloak";

    /** Its database, and the role that owns it. */
    public static final String DATABASE = "keycloak";

    /** Who administers it; the password lies beside the others. */
    public static final String ADMINISTRATOR = "admin";

    private static final int HEAP_MEGABYTES = 320;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Place place;
    private final Secrets secrets;

    public KeycloakServer(Place place, Secrets secrets) {
        this.place = place;
        this.secrets = secrets;
    }

    /** Where the administrator's password lies. */
    public static Path administratorPasswordFile(Secrets secrets) {
        return secrets.file(administratorSecret() + ".password");
    }

    /** Unpacks and builds it, unless that was done before. */
    public Path build(Consumer<String> say) throws InterruptedException {
        return new KeycloakProgram(place, say).built();
    }

    /** Writes the realm file and answers how the server is started; its database must be there. */
    public ChildSpec prepare(Path program) {
        var home = place.data().resolve("keycloak");
        writeRealm(home);
        linkProgram(home, program);
        var command = new ArrayList<>(KeycloakProgram.command(program, home, HEAP_MEGABYTES));
        command.addAll(List.of("start", "--optimized", "--import-realm"));
        return new ChildSpec(
                CHILD, command, environment(), home, place.log(CHILD), Duration.ofMinutes(6), this::isReady);
    }

    /** Whether it says of itself that it is ready, and knows our realm. */
    public boolean isReady() {
        return answers(place.url(Door.KEYCLOAK_MANAGEMENT) + "/health/ready")
                && answers(place.issuer() + "/.well-known/openid-configuration");
    }

    private Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        environment.putAll(Map.of(
                "KC_HTTP_ENABLED", "true",
                "KC_HTTP_HOST", Place.LOOPBACK,
                "KC_HTTP_PORT", String.valueOf(place.port(Door.KEYCLOAK)),
                "KC_HTTP_MANAGEMENT_PORT", String.valueOf(place.port(Door.KEYCLOAK_MANAGEMENT)),
                "KC_HOSTNAME", place.url(Door.KEYCLOAK),
                "KC_DB_URL", place.jdbcUrl(DATABASE),
                "KC_DB_USERNAME", DATABASE,
                "KC_DB_PASSWORD", secrets.password(DATABASE)));
        environment.putAll(Map.of(
                // One node: without this it would look for others.
                "KC_CACHE", "local",
                // We ask for its health twenty times a second while it starts; it need not tell its log each time.
                "KC_LOG_LEVEL", "info,io.smallrye.health:error",
                "KC_DB_POOL_MAX_SIZE", "10",
                "KC_HTTP_POOL_MAX_THREADS", "16",
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.password(administratorSecret())));
        return environment;
    }

    private void writeRealm(Path home) {
        var folder = home.resolve("data/import");
        try {
            var _ = Files.createDirectories(home.resolve("conf"));
            // Written as a secret: it holds the demo password and the clients' secrets.
            new Secrets(folder)
                    .write(
                            folder.resolve(Realm.NAME + "-realm.json"),
                            new Realm(
                                            People.of(place),
                                            secrets,
                                            Arrays.stream(Service.values())
                                                    .map(service -> place.url(service.api()))
                                                    .toList())
                                    .json());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the realm to " + folder, e);
        }
    }

    // The home is this suite's own, the program is shared; at its start it looks for the build in the home.
    private static void linkProgram(Path home, Path program) {
        var link = home.resolve("lib");
        try {
            var _ = Files.deleteIfExists(link);
            var _ = Files.createSymbolicLink(link, program.resolve("lib"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot link " + link, e);
        }
    }

    private static String administratorSecret() {
        return "keycloak-" + ADMINISTRATOR;
    }

    private static boolean answers(String url) {
        try {
            var question = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
