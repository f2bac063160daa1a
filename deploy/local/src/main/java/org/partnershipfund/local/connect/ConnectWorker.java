package org.partnershipfund.local.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Properties;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.JavaCommand;

/**
 * The standalone Connect worker. It starts without connectors: {@link Relays} gives them to it, at the start and after
 * every crash, by the same door operators use.
 */
public final class ConnectWorker {

    private static final int HEAP_MEGABYTES = 256;

    private final Place place;
    private final Logins logins;

    public ConnectWorker(Place place, Logins logins) {
        this.place = place;
        this.logins = logins;
    }

    /** Writes the worker's file and answers how it is started. */
    public ChildSpec prepare() {
        var file = place.run().resolve("connect.properties");
        var home = place.data().resolve("connect");
        try {
            var worker = new Properties();
            try (var reader = Files.newBufferedReader(place.deploy("connect").resolve("worker.properties"))) {
                worker.load(reader);
            }
            worker.putAll(Map.of(
                    "bootstrap.servers", place.bootstrapServersOfServices(),
                    "listeners", place.url(Door.CONNECT),
                    "offset.storage.file.filename", home.resolve("offsets").toString()));
            var _ = Files.createDirectories(home);
            var _ = Files.createDirectories(place.run());
            try (var writer = Files.newBufferedWriter(file)) {
                worker.store(writer, "Written by ./fund before each start from deploy/connect/worker.properties");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        var command = new ArrayList<>(JavaCommand.ofFolder(
                HEAP_MEGABYTES,
                place.deploy("connect").resolve("target/lib"),
                "org.apache.kafka.connect.cli.ConnectStandalone",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                // Says at every start that it knows the types of PostgreSQL already.
                "-Dorg.slf4j.simpleLogger.log.io.debezium.connector.postgresql.TypeRegistry=error",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.add(file.toString());
        return new ChildSpec(
                "connect",
                command,
                Map.of(
                        "FUND_DATABASE_HOST", place.databaseHost(),
                        "FUND_DATABASE_PORT", String.valueOf(place.databasePort()),
                        "FUND_RELAY_USER", Logins.RELAY,
                        "FUND_RELAY_PASSWORD", logins.password(Logins.RELAY)),
                home,
                place.log("connect"),
                Duration.ofMinutes(5),
                () -> new ConnectDoor(place.url(Door.CONNECT)).answers());
    }
}
