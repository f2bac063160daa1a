package org.partnershipfund.foundation.eventlog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.partnershipfund.foundation.eventlog.EventLog.Happened;
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
        List<Happened<?>> said = new ArrayList<>();
        for (DomainEvent event : events) {
            wire.of(event).ifPresent(spoken -> said.add(new Happened<>(spoken, event.at())));
        }
        log.appendAll(said);
    }
}
