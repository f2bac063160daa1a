package org.partnershipfund.foundation.eventlog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.partnershipfund.foundation.eventlog.RelayWatch.Look;
import org.partnershipfund.foundation.eventlog.RelayWatch.Slot;

/**
 * Red without the relay's slot: rows that are written before it exists are never published. A relay that is merely
 * stopped loses nothing and does not count.
 */
@Readiness
@Singleton
class RelayReadiness implements HealthCheck {

    private final RelayWatch watch;

    @Inject
    RelayReadiness(RelayWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("relay slot").withData("slot", watch.slotName());
        Look look = watch.seen();
        if (look == null) {
            return answer.down()
                    .withData("reason", "not seen yet, or not lately")
                    .build();
        }
        Slot slot = look.slot();
        if (slot == null) {
            return answer.down().withData("reason", "the slot does not exist").build();
        }
        return answer.status(slot.isUsable())
                .withData("state", slot.state())
                .withData("relay", slot.active() ? "reading" : "not connected")
                .withData("lagBytes", slot.lagBytes())
                .build();
    }
}
