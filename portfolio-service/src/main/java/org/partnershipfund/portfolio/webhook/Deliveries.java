package org.partnershipfund.portfolio.webhook;

import java.util.List;
import java.util.Optional;

/** What webhooks were and will be told. */
public interface Deliveries {

    /** Those of a webhook, the newest first, before the place {@code before}, at most {@code limit}. */
    List<Delivery> list(WebhookId webhook, Optional<Long> before, int limit);
}
