package org.partnershipfund.foundation.inbox;

import java.util.Set;

/** What a handler made of an event. Every outcome is committed with the inbox row; none is a rollback. */
public sealed interface Outcome {

    /**
     * The effect is written (a refusal with its event counts as an effect).
     *
     * @param released what others may have been waiting for, such as {@code fund:018f…}; parked events that await one
     *     of them are tried again
     */
    record Done(Set<String> released) implements Outcome {
        public Done {
            released = Set.copyOf(released);
        }
    }

    /**
     * The event refers to something not heard of yet; it is parked until that arrives.
     *
     * @param awaited the missing cause, named as its handler will release it
     */
    record Ahead(String awaited) implements Outcome {}

    /**
     * The event is readable and yet cannot be used, for ever; an operator must look.
     *
     * @param reason for the operator: field, value, rule
     */
    record Unusable(String reason) implements Outcome {}

    /** Done, and nobody can be waiting for it. */
    static Outcome done() {
        return new Done(Set.of());
    }

    /** Done, and whoever waits for these may go on. */
    static Outcome done(String... released) {
        return new Done(Set.of(released));
    }
}
