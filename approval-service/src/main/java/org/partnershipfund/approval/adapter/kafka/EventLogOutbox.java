package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.approval.adapter.kafka.ApprovalEventsOnWire.OnWire;
import org.partnershipfund.foundation.eventlog.EventLog;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Outbox;

/** Writes our events into the event log, which the relay publishes. */
@ApplicationScoped
class EventLogOutbox implements Outbox {

    private final EventLog log;

    EventLogOutbox(EventLog log) {
        this.log = log;
    }

    @Override
    public void add(List<? extends DomainEvent> events) {
        events.forEach(event -> ApprovalEventsOnWire.of(event).ifPresent(said -> append(said, event.at())));
    }

    private <T> void append(OnWire<T> event, Instant at) {
        UUID _ = log.append(event.type(), event.subject(), event.data(), at);
    }
}
