package org.partnershipfund.foundation.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.partnershipfund.foundation.inbox.Deliveries.Ending;
import org.partnershipfund.foundation.sql.Worker;

/**
 * Tries letters again that became due: their cause arrived, the letter before them was resolved, or an operator asked.
 * What is due is a mark in the table, so nothing is lost when a process stops between the mark and the attempt.
 */
@Singleton
class Releases {

    private static final Logger LOG = Logger.getLogger(Releases.class);

    private final Letters letters;
    private final Instance<Deliveries> deliveries;
    private final Worker worker;

    @Inject
    Releases(Letters letters, Instance<Deliveries> deliveries, InboxSettings settings) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.worker = new Worker("inbox-releases", settings.releaseWhenIdle(), this::work);
    }

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** Says that something became due. */
    void wake() {
        worker.wake();
    }

    /**
     * Tries all that is due, lane by lane, each lane in order.
     *
     * @return whether something was due, so that looking again at once makes sense
     */
    boolean work() {
        List<String> lanes = letters.dueLanes();
        boolean troubled = false;
        for (String lane : lanes) {
            troubled |= !drain(lane);
        }
        return !lanes.isEmpty() && !troubled;
    }

    private boolean drain(String lane) {
        try {
            Ending ending;
            do {
                ending = deliveries.get().retryHead(lane);
            } while (ending == Ending.DONE || ending == Ending.DUPLICATE);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(e, "letters of %s could not be tried now", lane);
            return false;
        }
    }
}
