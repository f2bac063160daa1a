package org.partnershipfund.kernel;

import java.util.List;

/** Where events are written, in the same transaction as their cause, until the relay has published them. */
public interface Outbox {

    /** Writes the events with the caller's transaction; outside of one it fails and nothing is said. */
    void add(List<? extends DomainEvent> events);
}
