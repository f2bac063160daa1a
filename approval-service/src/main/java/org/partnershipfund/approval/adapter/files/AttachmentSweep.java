package org.partnershipfund.approval.adapter.files;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.partnershipfund.foundation.files.FileStore;
import org.partnershipfund.foundation.files.FileSweep;
import org.partnershipfund.foundation.sql.Sql;

/** Removes the bytes of files that no row of {@code selection_attachment} names. */
@ApplicationScoped
class AttachmentSweep {

    private final FileSweep sweep;

    AttachmentSweep(FileStore files, AttachmentSettings settings, Sql sql, MeterRegistry registry) {
        this.sweep = new FileSweep(
                files,
                FileSweep.Names.of(sql, "selection_attachment", "sha256"),
                settings.sweptAfter(),
                Clock.systemUTC(), // ages of files are of real time, never of the district clock
                registry);
    }

    void start(@Observes StartupEvent starting) {
        sweep.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        sweep.stop();
    }
}
