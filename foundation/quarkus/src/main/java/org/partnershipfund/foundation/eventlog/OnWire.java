package org.partnershipfund.foundation.eventlog;

import java.util.UUID;
import org.partnershipfund.contracts.EventType;

/**
 * An event as the contracts have it.
 *
 * @param subject the key; events of one subject keep their order
 */
public record OnWire<T>(EventType<T> type, String subject, T data) {

    /** An event whose key is an id. */
    public static <T> OnWire<T> of(EventType<T> type, UUID subject, T data) {
        return new OnWire<>(type, subject.toString(), data);
    }
}
