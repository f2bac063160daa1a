package org.partnershipfund.approval.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits to be sent, whoever sends it. Times are real, because mail servers live by them. */
public interface OutboundMail {

    /**
     * Lends messages that are due to a sender, the longest due first. What the sender does not settle is due again when the
     * loan ends.
     */
    List<Lent> lend(Instant now, Instant until, int limit);

    /**
     * A message on loan, and where it goes.
     *
     * @param contact as it is now; empty if the person gave none
     * @param attempts how often it was lent, this time included; 1 or more
     */
    record Lent(Mail mail, Optional<Contact> contact, int attempts) {}

    /** Notes that nothing more happens to it. */
    void settle(Lent lent, MailOutbox.State state, Optional<String> fault, Instant at);

    /** Notes that nothing more happens to any of them, without a fault. */
    void leave(List<Lent> lents, MailOutbox.State state, Instant at);

    /** Notes that it is sent again; nothing if it was lent to another sender meanwhile. */
    void again(Lent lent, String fault, Instant next);
}
