package org.partnershipfund.foundation.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.partnershipfund.foundation.inbox.Channels.Channel;

/** Red while Kafka cannot be asked, and when a channel has work and does not move: alive is not enough. */
@Readiness
@Singleton
class ConsumerReadiness implements HealthCheck {

    private final ConsumerWatch watch;

    @Inject
    ConsumerReadiness(ConsumerWatch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("event consumers");
        boolean well = true;
        for (Channel channel : watch.channels()) {
            Progress progress = watch.progress(channel);
            String state;
            if (progress == null) {
                state = "Kafka does not answer about it";
                well = false;
            } else if (watch.isStalled(progress)) {
                state = "%d records behind and a partition without progress since %s"
                        .formatted(progress.lag(), progress.moved());
                well = false;
            } else {
                state = progress.lag() == 0 ? "up to date" : progress.lag() + " records behind, moving";
            }
            answer.withData(channel.name(), state);
        }
        return answer.status(well).build();
    }
}
