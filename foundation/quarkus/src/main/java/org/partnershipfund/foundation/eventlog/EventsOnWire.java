package org.partnershipfund.foundation.eventlog;

import java.util.Optional;
import org.partnershipfund.kernel.DomainEvent;

/**
 * A service's own events as the contracts have them: one bean per service, an exhaustive switch over its sealed events,
 * so that a new event breaks the build until it has a wire form.
 */
public interface EventsOnWire {

    /**
     * The event's wire form; empty for one that stays within the service.
     *
     * @throws IllegalArgumentException if it is not an event of this service
     */
    Optional<OnWire<?>> of(DomainEvent event);
}
