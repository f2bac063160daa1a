package org.partnershipfund.portfolio.webhook;

import java.time.Duration;
import java.util.Optional;

/** What becomes of a message after an attempt (docs/policy/webhooks.md §4). */
public sealed interface Verdict {

    /** It was taken, with that status. */
    record Taken(int status) implements Verdict {}

    /** It is sent again after the pause. */
    record Again(Duration pause) implements Verdict {}

    /** It is not sent again. */
    record GivenUp() implements Verdict {}

    /** It is not sent again, and its webhook is told nothing more. */
    record Gone() implements Verdict {}

    /** What the spec calls gone: the receiver wants no more messages. */
    int GONE = 410;

    /**
     * What becomes of it.
     *
     * @param attempts how often it was sent, this time included; 1 or more
     */
    static Verdict of(int attempts, Answer answer) {
        return switch (answer) {
            case Answer.Status(int code) when code >= 200 && code < 300 -> new Taken(code);
            case Answer.Status(int code) when code == GONE -> new Gone();
            case Answer.Status _, Answer.None _ -> {
                Optional<Duration> pause = RetryPlan.pauseAfter(attempts);
                yield pause.isPresent() ? new Again(pause.get()) : new GivenUp();
            }
        };
    }
}
