package org.partnershipfund.foundation.inbox;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** As every service's listener is. */
@ApplicationScoped
public class Listener {

    private final Inbox inbox;

    @Inject
    Listener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming(Said.CHANNEL)
    @Blocking
    void hear(ConsumerRecord<String, byte[]> record) {
        inbox.hear(Said.CHANNEL, record);
    }
}
