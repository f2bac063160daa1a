package org.partnershipfund.portfolio.webhook;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.portfolio.partner.PartnerId;

/** Where something that a partner may want to be told is put down, with the transaction of its cause. */
public interface PartnerNews {

    /**
     * Puts a message down for each webhook of the partner that is on and asked for the topic; for nobody else, and once
     * however often it is said.
     *
     * @param message its id, the same whenever the same cause is told
     * @param data what the message says, as JSON has it; never anything about another partner
     */
    void tell(PartnerId partner, UUID message, Topic topic, Object data, Instant happenedAt);
}
