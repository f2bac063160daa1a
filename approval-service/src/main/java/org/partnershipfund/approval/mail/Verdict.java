package org.partnershipfund.approval.mail;

import java.time.Duration;
import java.util.List;

/** What becomes of a message after an attempt (§4). */
public sealed interface Verdict {

    /** The mail server has taken it. */
    record Taken() implements Verdict {}

    /** It is sent again after the pause. */
    record Again(Duration pause, String fault) implements Verdict {}

    /** It is not sent again. */
    record GivenUp(String fault) implements Verdict {}

    /** What the mail server said. */
    sealed interface Answer {

        /** It took the message. */
        record Accepted() implements Answer {}

        /** It will never take it. */
        record Refused(String fault) implements Answer {}

        /** It was not there, or did not take it now. */
        record Failed(String fault) implements Answer {}
    }

    /** Eight attempts within two days. */
    List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /**
     * What becomes of it.
     *
     * @param attempts how often it was tried, this time included; 1 or more
     */
    static Verdict of(int attempts, Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> new Taken();
            case Answer.Refused(String fault) -> new GivenUp(fault);
            case Answer.Failed(String fault) ->
                attempts > PAUSES.size() ? new GivenUp(fault) : new Again(PAUSES.get(attempts - 1), fault);
        };
    }
}
