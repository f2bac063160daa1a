package org.partnershipfund.foundation.inbox;

import org.partnershipfund.contracts.EventType;

/**
 * What this service does about one type of event; a bean per type it acts on.
 *
 * <p>The inbox calls it in a transaction of its own, at most once to effect per event id, in order per subject. It
 * throws for bugs and outages only; everything else is an {@link Outcome}.
 *
 * @param <T> the wire record
 */
public interface EventHandler<T> {

    /** The one type that it handles. */
    EventType<T> type();

    /** Acts on the event within the inbox's transaction. */
    Outcome handle(T data, Heard heard);
}
