package org.partnershipfund.foundation.eventlog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.contracts.EventType;

/** The insert-only table {@code event_log}: facts for others, written in the transaction that made them true. */
public interface EventLog {

    /**
     * Writes one event with the caller's transaction; the relay publishes it after the commit.
     *
     * @param subject the aggregate's id; the Kafka key, so events of one subject keep their order
     * @param at when it happened, on the district clock
     * @return the event's id (UUIDv7)
     * @throws jakarta.transaction.TransactionalException outside of a transaction
     * @throws EventTooLargeException if the JSON exceeds 262,144 bytes; the command that caused it is refused
     */
    <T> UUID append(EventType<T> type, String subject, T data, Instant at);

    /** As {@link #append}, for many at once, in their order: one round trip to the database for hundreds of them. */
    void appendAll(List<Happened<?>> events);

    /**
     * An event and when it happened.
     *
     * @param at on the district clock
     */
    record Happened<T>(OnWire<T> event, Instant at) {}
}
