package org.partnershipfund.foundation.eventlog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Outbox;

/** Writes a service's events into the event log, which the relay publishes. */
@Singleton
class EventLogOutbox implements Outbox {

    private final EventLog log;
    private final EventsOnWire wire;

    @Inject
    EventLogOutbox(EventLog log, EventsOnWire wire) {
        this.log = log;
        this.wire = wire;
    }

    @Override
    public void add(List<? extends DomainEvent> events) {
        events.forEach(event -> wire.of(event).ifPresent(said -> append(said, event.at())));
    }

    private <T> void append(OnWire<T> event, Instant at) {
        UUID _ = log.append(event.type(), event.subject(), event.data(), at);
    }
}
