package org.partnershipfund.portfolio.webhook;

import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.PartnerId;

/** All webhooks, as the core sees them. */
public interface Webhooks {

    /** The webhook, to look at. */
    Optional<Versioned<Webhook>> find(WebhookId id);

    /** The webhook, held until the end of the transaction. */
    Optional<Versioned<Webhook>> hold(WebhookId id);

    /** Those of a partner, in the order of their ids, behind {@code after}, at most {@code limit}. */
    List<Versioned<Webhook>> list(PartnerId partner, Optional<WebhookId> after, int limit);

    /** How many a partner has; who else wants to register one for it waits until the end of the transaction. */
    int holdCount(PartnerId partner);

    /**
     * Stores it as the successor of the version it was read with.
     *
     * @param readVersion 0 for one that is new
     * @return the version it has now
     * @throws StaleStateException if the stored version is no longer {@code readVersion}
     */
    long store(Webhook webhook, long readVersion);

    /** Removes it with all that waits to be sent to it. */
    void remove(WebhookId id);
}
