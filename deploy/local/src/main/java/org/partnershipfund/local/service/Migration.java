package org.partnershipfund.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.Launch;

/** Brings a database to the state its service expects; skipped when nothing changed since the last time. */
public final class Migration {

    private final Place place;
    private final ServiceProcess processes;

    public Migration(Place place, ServiceProcess processes) {
        this.place = place;
        this.processes = processes;
    }

    /** Answers whether there was anything to do. */
    public boolean run(Service service) throws InterruptedException {
        var wanted = place.jdbcUrl(service.word()) + " " + new AppJar(place.runner(service)).migrationsDigest();
        try {
            if (Files.exists(record(service))
                    && Files.readString(record(service)).equals(wanted)) {
                return false;
            }
            Launch.run(processes.migrating(service));
            // Written after the fact: a migration that was cut short is run again.
            var _ = Files.createDirectories(folder());
            var _ = Files.writeString(record(service), wanted);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the migration of " + service.module(), e);
        }
    }

    private Path folder() {
        return place.data().resolve("migrated");
    }

    private Path record(Service service) {
        return folder().resolve(service.word());
    }
}
