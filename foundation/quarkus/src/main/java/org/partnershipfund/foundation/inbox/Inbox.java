package org.partnershipfund.foundation.inbox;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hears Kafka records: each event takes effect once, in order per subject, whatever is sent.
 *
 * <p>A service's listener is one blocking method without a transaction:
 *
 * <pre>{@code
 * @Incoming("allocation-events")
 * @Blocking
 * void hear(ConsumerRecord<String, byte[]> record) {
 *     inbox.hear("allocation-events", record);
 * }
 * }</pre>
 */
@ApplicationScoped
public class Inbox {

    private final CloudEventReader reader;
    private final Deliveries deliveries;
    private final InboxMetrics metrics;

    @Inject
    Inbox(CloudEventReader reader, Deliveries deliveries, InboxMetrics metrics) {
        this.reader = reader;
        this.deliveries = deliveries;
        this.metrics = metrics;
    }

    void stop(@Observes ShutdownEvent stopping) {
        deliveries.stop();
    }

    /**
     * Returns when the record is settled for good: its effect, its parked or dead letter is committed, it was heard
     * before, or its type concerns others. While the database is away it does not return, and so blocks its partition;
     * nothing else does.
     *
     * @throws InboxStoppedException if the service stops meanwhile; the record must not be acknowledged
     */
    public void hear(String channel, ConsumerRecord<String, byte[]> record) {
        RawRecord raw = RawRecord.of(channel, record);
        switch (reader.read(raw)) {
            case Reading.UnknownType(String type) -> metrics.skipped(channel, type);
            case Reading.Unreadable(String why) -> metrics.ended(channel, deliveries.bury(raw, why));
            case Reading.Event<?> event -> metrics.ended(channel, deliveries.hear(raw, event));
        }
    }
}
