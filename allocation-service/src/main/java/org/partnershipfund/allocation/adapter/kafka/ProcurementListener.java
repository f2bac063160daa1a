package org.partnershipfund.allocation.adapter.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.partnershipfund.foundation.inbox.Inbox;

/** Listens to procurement-service; the inbox does the rest. */
@ApplicationScoped
class ProcurementListener {

    static final String CHANNEL = "procurement-events";

    private final Inbox inbox;

    ProcurementListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming(CHANNEL)
    @Blocking
    void hear(ConsumerRecord<String, byte[]> record) {
        inbox.hear(CHANNEL, record);
    }
}
