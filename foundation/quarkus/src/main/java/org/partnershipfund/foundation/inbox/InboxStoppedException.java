package org.partnershipfund.foundation.inbox;

/** The service is stopping while an event waits for the database: it stays unacknowledged and comes again. */
public final class InboxStoppedException extends RuntimeException {

    InboxStoppedException() {
        super("the service is stopping; the event will be delivered again");
    }
}
