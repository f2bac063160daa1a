package org.partnershipfund.approval.adapter.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.partnershipfund.foundation.inbox.Inbox;

/** Listens to the three services that this one hears; the inbox does the rest. */
@ApplicationScoped
class Listeners {

    static final String ALLOCATION = "allocation-events";
    static final String PORTFOLIO = "portfolio-events";
    static final String PROCUREMENT = "procurement-events";

    private final Inbox inbox;

    Listeners(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming(ALLOCATION)
    @Blocking
    void hearAllocation(ConsumerRecord<String, byte[]> record) {
        inbox.hear(ALLOCATION, record);
    }

    @Incoming(PORTFOLIO)
    @Blocking
    void hearPortfolio(ConsumerRecord<String, byte[]> record) {
        inbox.hear(PORTFOLIO, record);
    }

    @Incoming(PROCUREMENT)
    @Blocking
    void hearProcurement(ConsumerRecord<String, byte[]> record) {
        inbox.hear(PROCUREMENT, record);
    }
}
