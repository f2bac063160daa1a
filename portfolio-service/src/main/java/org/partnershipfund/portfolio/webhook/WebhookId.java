package org.partnershipfund.portfolio.webhook;

import java.util.UUID;

/** The id of one webhook. */
public record WebhookId(UUID value) {}
