package org.partnershipfund.procurement.adapter.db;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.partnershipfund.foundation.sql.Worker;
import org.partnershipfund.procurement.disclosure.Disclosures;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.usecase.Disclose;

/**
 * Publishes the steps of invoices that {@link Disclosing} noted: some seconds after them, or at once when somebody
 * reads what is published. A process that cannot be published stays noted, and keeps no other from it.
 */
@Singleton
class DueDisclosures {

    private static final Logger LOG = Logger.getLogger(DueDisclosures.class);
    private static final int BATCH = 50;
    private static final Duration WHEN_IDLE = Duration.ofSeconds(10);
    private static final Duration TOGETHER = Duration.ofSeconds(3);

    private final Disclosures disclosures;
    private final Instance<Disclose> disclose;
    private final Worker worker = new Worker("disclosures that are due", WHEN_IDLE, TOGETHER, this::publish);

    DueDisclosures(Disclosures disclosures, Instance<Disclose> disclose) {
        this.disclosures = disclosures;
        this.disclose = disclose;
    }

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** Something is due. */
    void wake() {
        worker.wake();
    }

    /** Publishes some of what is due, each process in a transaction of its own; true if there may be more at once. */
    boolean publish() {
        List<ProcessId> due = QuarkusTransaction.requiringNew().call(() -> disclosures.due(BATCH));
        int failed = 0;
        for (ProcessId process : due) {
            try {
                QuarkusTransaction.requiringNew().run(() -> disclose.get().disclose(process));
            } catch (RuntimeException e) {
                failed++;
                LOG.errorf(e, "What is due of process %s cannot be published", process);
            }
        }
        return due.size() == BATCH && failed == 0;
    }
}
