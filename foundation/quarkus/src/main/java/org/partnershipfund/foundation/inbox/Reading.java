package org.partnershipfund.foundation.inbox;

/** What a record turned out to be. */
sealed interface Reading {

    /**
     * An event that this service acts on.
     *
     * @param <T> the wire record
     */
    record Event<T>(Heard heard, T data, EventHandler<T> handler) implements Reading {

        Outcome handle() {
            return handler.handle(data, heard);
        }
    }

    /** An event of a type that this service does not act on. */
    record UnknownType(String type) implements Reading {}

    /**
     * No event as design §4 describes it.
     *
     * @param why for the operator: header or field, and what is wrong with it
     */
    record Unreadable(String why) implements Reading {}
}
