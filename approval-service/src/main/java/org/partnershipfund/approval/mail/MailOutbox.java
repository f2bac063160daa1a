package org.partnershipfund.approval.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.person.Person;

/** Messages, from when their cause happened until they were taken or given up. */
public interface MailOutbox {

    /** Puts a message down with its cause; nothing if the person was told of this edition of the thing before. */
    void put(Mail mail);

    /** Who was told what of these things, in whatever state the messages are. */
    Set<Told> told(Collection<String> things);

    /** That somebody was told of an edition of a thing. */
    record Told(Person to, MailKind kind, String thing, String edition) {}

    /** Messages in the order in which they were put down, behind {@code after}, at most {@code limit}. */
    List<Sent> list(Filter filter, Optional<MailId> after, int limit);

    /** Which messages a list has. */
    record Filter(Optional<State> state, Optional<String> thing, Optional<Instant> modifiedAfter) {}

    /**
     * What became of a message; without its text.
     *
     * @param attempts how often it was handed to the mail server
     * @param fault why the last attempt failed; never with an address
     */
    record Sent(
            MailId id,
            Person to,
            MailKind kind,
            String thing,
            String edition,
            State state,
            int attempts,
            Optional<String> fault,
            Instant putDownAt,
            Optional<Instant> settledAt) {}

    /** What became of a message. */
    enum State {
        WAITING("waiting"),
        SENT("sent"),
        /** The person gave no address. */
        UNADDRESSED("unaddressed"),
        /** The person wants no mail. */
        DECLINED("declined"),
        GIVEN_UP("given-up");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word for it in JSON and tables. */
        public String word() {
            return word;
        }
    }
}
