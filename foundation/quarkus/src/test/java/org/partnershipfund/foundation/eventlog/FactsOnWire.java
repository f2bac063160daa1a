package org.partnershipfund.foundation.eventlog;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.kernel.DomainEvent;

/** The wire forms of a service that can say one thing only. */
@Singleton
class FactsOnWire implements EventsOnWire {

    /** A fund was opened. */
    record Opened(UUID fund) implements DomainEvent {

        @Override
        public Instant at() {
            return Facts.AT;
        }
    }

    @Override
    public Optional<OnWire<?>> of(DomainEvent event) {
        return Optional.of(
                switch (event) {
                    case Opened opened -> OnWire.of(Events.FUND_OPENED, opened.fund(), Facts.fundOpened(opened.fund()));
                    default -> throw new IllegalArgumentException("not an event of this service: " + event.getClass());
                });
    }
}
