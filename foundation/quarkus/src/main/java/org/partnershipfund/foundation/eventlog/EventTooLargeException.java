package org.partnershipfund.foundation.eventlog;

/** An event that would jam the relay; its command must fail instead. */
public final class EventTooLargeException extends RuntimeException {

    public EventTooLargeException(String type, String subject, int bytes) {
        super("event %s of %s has %d bytes; at most 262144 are allowed".formatted(type, subject, bytes));
    }
}
