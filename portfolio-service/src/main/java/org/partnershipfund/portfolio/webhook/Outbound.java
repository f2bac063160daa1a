package org.partnershipfund.portfolio.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What waits to be sent, whoever sends it. */
public interface Outbound {

    /**
     * Lends messages that are due to a sender, at most one of each webhook that is on, the longest due first. A message
     * that the sender does not settle is due again when the loan ends.
     *
     * @param now the real time
     * @param until when the loan ends
     * @param busy webhooks to which this sender is sending already
     */
    List<Message> lend(Instant now, Instant until, Set<WebhookId> busy, int limit);

    /** Notes that it was taken; nothing if its webhook was removed meanwhile. */
    void taken(Message message, int status, Instant at);

    /** Notes that it is sent again; nothing if it was lent to another sender meanwhile. */
    void again(Message message, Answer answer, Instant next);

    /** Notes that it is not sent again; nothing if it was lent to another sender meanwhile. */
    void givenUp(Message message, Answer answer);

    /** Whether the webhook took another message since this one was put down. */
    boolean tookOthersSince(Message message);
}
