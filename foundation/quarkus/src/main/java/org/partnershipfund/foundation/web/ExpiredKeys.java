package org.partnershipfund.foundation.web;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.partnershipfund.foundation.sql.Worker;

/** Removes idempotency keys that no retry can mean any more, a bounded batch at a time. */
@ApplicationScoped
class ExpiredKeys {

    private static final int BATCH = 1_000;
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final IdempotencyKeys keys;
    private final Worker worker = new Worker("expired idempotency keys", EVERY, this::removeSome);

    @Inject
    ExpiredKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** Removes one batch; true if there may be more. */
    boolean removeSome() {
        try {
            return keys.removeExpired(BATCH) == BATCH;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot remove expired idempotency keys", e);
        }
    }
}
