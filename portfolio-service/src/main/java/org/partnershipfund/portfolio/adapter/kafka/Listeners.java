package org.partnershipfund.portfolio.adapter.kafka;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.partnershipfund.foundation.inbox.Inbox;

/** Listens to approval-service (who leads which school) and procurement-service (contracts); the inbox does the rest. */
@ApplicationScoped
class Listeners {

    static final String APPROVAL = "approval-events";
    static final String PROCUREMENT = "procurement-events";

    private final Inbox inbox;

    Listeners(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming(APPROVAL)
    @Blocking
    void hearApproval(ConsumerRecord<String, byte[]> record) {
        inbox.hear(APPROVAL, record);
    }

    @Incoming(PROCUREMENT)
    @Blocking
    void hearProcurement(ConsumerRecord<String, byte[]> record) {
        inbox.hear(PROCUREMENT, record);
    }
}
