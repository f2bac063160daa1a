package org.partnershipfund.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Settings;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.Launch;
import org.partnershipfund.local.process.RunAs;

/**
 * Our PostgreSQL: every connection needs its password, every commit is on disk, the log can be decoded.
 *
 * <p>Configuration files are written anew before each start; the data stays.
 */
public final class PostgresServer {

    private static final String WHO_MAY_CONNECT = """
            # Written by ./fund before each start. Nobody is trusted, not even on this machine.
            host all         all   127.0.0.1/32 scram-sha-256
            host replication relay 127.0.0.1/32 scram-sha-256
            """;

    private final Place place;
    private final Logins logins;

    public PostgresServer(Place place, Logins logins) {
        this.place = place;
        this.logins = logins;
    }

    /** Makes the data folder when there is none yet and answers how the server is started. */
    public ChildSpec prepare() throws InterruptedException {
        var runAs = RunAs.find(place.dir(), place.settings().value(Settings.POSTGRES_USER));
        var binaries = PostgresBinaries.unpackedIn(place.programs());
        var data = place.data().resolve("postgres");
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(runAs, binaries, data);
            }
            var _ = Files.writeString(data.resolve("postgresql.conf"), configuration());
            var _ = Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + data, e);
        }
        var command = new ArrayList<>(runAs.prefix());
        command.addAll(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString()));
        return new ChildSpec("postgres", command, Map.of(), data, place.log("postgres"), Duration.ofMinutes(4), () -> {
            try (var connection = logins.administrator("postgres")) {
                return connection.isValid(2);
            }
        });
    }

    private void initialise(RunAs runAs, Path binaries, Path data) throws IOException, InterruptedException {
        var _ = Files.createDirectories(place.data());
        var draft = Files.createTempDirectory(place.data(), "postgres-");
        var password = Files.createTempFile(
                place.data(),
                "initdb-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            var _ = Files.writeString(password, logins.administratorPassword());
            if (runAs.owner().isPresent()) {
                var owner = draft.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(runAs.owner().get());
                var _ = Files.setOwner(draft, owner);
                var _ = Files.setOwner(password, owner);
            }
            var command = new ArrayList<>(runAs.prefix());
            command.addAll(List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "--pgdata=" + draft,
                    "--username=" + Logins.ADMINISTRATOR,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
            Launch.run(new ChildSpec(
                    "initdb", command, Map.of(), place.data(), place.log("initdb"), Duration.ofMinutes(4), () -> true));
            var _ = Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private String configuration() {
        return """
            # Written by ./fund before each start; changes here do not stay.
            listen_addresses = '127.0.0.1'
            port = %d
            unix_socket_directories = ''
            dynamic_shared_memory_type = mmap
            max_connections = 200
            shared_buffers = 128MB
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_level = logical
            max_wal_senders = 20
            max_replication_slots = 20
            # A relay that stays away loses its slot (there is a runbook) before the disk is full.
            max_slot_wal_keep_size = 4GB
            password_encryption = scram-sha-256
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%%m [%%p] %%u@%%d '
            """.formatted(place.port(Door.POSTGRES));
    }
}
