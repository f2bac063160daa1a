package org.partnershipfund.procurement.adapter.db;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.partnershipfund.foundation.sql.Worker;
import org.partnershipfund.procurement.disclosure.Disclosures;
import org.partnershipfund.procurement.disclosure.Disclosures.Due;
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
    private final Worker worker = new Worker("disclosures that are due", WHEN_IDLE, TOGETHER, () -> {
        publish();
        return false;
    });
    private final ReentrantLock publishing = new ReentrantLock();

    /** Said in the log already; used under the lock. */
    private final Set<ProcessId> failing = new HashSet<>();

    private volatile boolean isEnding;

    DueDisclosures(Disclosures disclosures, Instance<Disclose> disclose) {
        this.disclosures = disclosures;
        this.disclose = disclose;
    }

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        isEnding = true;
        worker.stop();
    }

    /** Something is due. */
    void wake() {
        worker.wake();
    }

    /** Publishes what is due, each process in a transaction of its own; one after the other, whoever asks for it. */
    void publish() {
        publishing.lock();
        try {
            long after = 0;
            List<Due> page;
            do {
                long from = after;
                page = QuarkusTransaction.requiringNew().call(() -> disclosures.due(from, BATCH));
                for (Due due : page) {
                    if (isEnding) {
                        return;
                    }
                    publish(due.process());
                    after = due.number();
                }
            } while (page.size() == BATCH);
        } finally {
            publishing.unlock();
        }
    }

    private void publish(ProcessId process) {
        try {
            QuarkusTransaction.requiringNew().run(() -> disclose.get().discloseDue(process));
            boolean _ = failing.remove(process);
        } catch (RuntimeException e) {
            if (failing.add(process)) {
                LOG.errorf(e, "What is due of process %s cannot be published, and is tried again", process);
            }
        }
    }
}
