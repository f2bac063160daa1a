package org.partnershipfund.allocation.adapter;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.partnershipfund.allocation.usecase.ForgetStudents;
import org.partnershipfund.foundation.sql.Worker;

/** Looks from time to time whether pupils are kept whose time is over. */
@ApplicationScoped
class StudentRetention {

    private final Worker worker;

    StudentRetention(ForgetStudents forgetStudents, StudentSettings settings) {
        worker = new Worker(
                "pupils whose time is over",
                settings.forgetEvery(),
                () -> forgetStudents.forgetOverdue(settings.forgetAtOnce()) > 0);
    }

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }
}
