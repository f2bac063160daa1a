package org.partnershipfund.kernel;

import java.util.List;

/**
 * What the core answers to a command: a new state with the events that led to it, or a refusal. Never a boolean, so
 * no caller can forget to look (the build also fails on a dropped return value).
 *
 * @param <S> the aggregate
 */
public sealed interface Decision<S> {

    /** Yes: the next state, and what happened. */
    record Accepted<S>(S state, List<? extends DomainEvent> events) implements Decision<S> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** No, and why. */
    record Refused<S>(Refusal why) implements Decision<S> {}

    /** Says yes. */
    static <S> Decision<S> accept(S state, DomainEvent... events) {
        return new Accepted<>(state, List.of(events));
    }

    /** Says yes with any number of events. */
    static <S> Decision<S> accept(S state, List<? extends DomainEvent> events) {
        return new Accepted<>(state, events);
    }

    /** Says no. */
    static <S> Decision<S> refuse(Refusal why) {
        return new Refused<>(why);
    }

    /**
     * The acceptance, for a use case behind a door, where a refusal becomes the answer.
     *
     * @throws RefusedException if the decision is a refusal
     */
    default Accepted<S> orRefuse() {
        return switch (this) {
            case Accepted<S> accepted -> accepted;
            case Refused<S>(Refusal why) -> throw new RefusedException(why);
        };
    }
}
