package org.partnershipfund.procurement.adapter.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.partnershipfund.foundation.inbox.Inbox;

/** Listens to approval-service; the inbox does the rest. */
@ApplicationScoped
class ApprovalListener {

    static final String CHANNEL = "approval-events";

    private final Inbox inbox;

    ApprovalListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming(CHANNEL)
    @Blocking
    void hear(ConsumerRecord<String, byte[]> record) {
        inbox.hear(CHANNEL, record);
    }
}
