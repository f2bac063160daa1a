package org.partnershipfund.procurement.adapter.db;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.partnershipfund.foundation.sql.Worker;
import org.partnershipfund.procurement.disclosure.Disclosures;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.usecase.Disclose;

/**
 * Publishes the first release of purchases that nothing was published of: those of before there was open data, which no
 * step touches any more. One transaction each, after a look at what others published meanwhile, so that several instances
 * may do it at once, and it may end and begin anew at any moment.
 *
 * <p>Source: docs/policy/disclosure.md §2.5.
 */
@ApplicationScoped
class EarlierPurchases {

    private static final Logger LOG = Logger.getLogger(EarlierPurchases.class);
    private static final int BATCH = 50;
    private static final Duration EVERY = Duration.ofHours(6);

    private final Disclosures disclosures;
    private final Disclose disclose;
    private final Worker worker = new Worker("purchases of before open data", EVERY, this::publishSome);
    private Optional<ProcessId> last = Optional.empty();

    EarlierPurchases(Disclosures disclosures, Disclose disclose) {
        this.disclosures = disclosures;
        this.disclose = disclose;
    }

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** Publishes one batch, going on where the last one ended; true if there may be more. */
    synchronized boolean publishSome() {
        List<ProcessId> silent = disclosures.silent(last, BATCH);
        int failed = 0;
        for (ProcessId process : silent) {
            try {
                QuarkusTransaction.requiringNew().run(() -> disclose.disclose(process));
            } catch (RuntimeException e) {
                // One that cannot be told keeps none of the others back; it is tried again in the next round.
                failed++;
                LOG.errorf(e, "no first release of purchase %s", process);
            }
        }
        if (!silent.isEmpty()) {
            LOG.infof("published %d purchases of before open data, %d failed", silent.size() - failed, failed);
        }
        boolean more = silent.size() == BATCH;
        last = more ? Optional.of(silent.getLast()) : Optional.empty();
        return more;
    }
}
