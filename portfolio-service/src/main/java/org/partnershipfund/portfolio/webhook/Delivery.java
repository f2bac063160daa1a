package org.partnershipfund.portfolio.webhook;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One message on its way to one webhook.
 *
 * @param message what the header {@code webhook-id} says: the same at every attempt
 * @param place its place in the list, which grows
 * @param attempts how often it was sent
 * @param status what the last attempt was answered; empty if by nothing
 * @param fault why the last attempt failed
 */
public record Delivery(
        UUID message,
        long place,
        Topic topic,
        State state,
        int attempts,
        Instant happenedAt,
        OptionalInt status,
        Optional<String> fault,
        Optional<Instant> nextAttemptAt,
        Optional<Instant> deliveredAt) {

    /** What became of it. */
    public enum State {
        WAITING("waiting"),
        DELIVERED("delivered"),
        GIVEN_UP("given-up");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As doors and tables write it. */
        public String word() {
            return word;
        }

        /** The state of that word. */
        public static State of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state of a delivery: " + word);
        }
    }
}
