package org.partnershipfund.approval.adapter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.partnershipfund.foundation.metrics.UnsettledMessages;
import org.partnershipfund.foundation.sql.Sql;

/** Counts e-mails that wait or were given up. */
@Singleton
class MailWatch {

    private final UnsettledMessages messages;

    @Inject
    MailWatch(
            Sql sql,
            @ConfigProperty(name = "fund.mail.watch-every", defaultValue = "PT1M") Duration every,
            MeterRegistry registry) {
        this.messages =
                new UnsettledMessages(sql, "mail", "fund.mail.messages", "fund.mail.oldest.waiting", every, registry);
    }

    void start(@Observes StartupEvent starting) {
        messages.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        messages.stop();
    }
}
