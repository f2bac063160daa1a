package org.partnershipfund.portfolio.adapter.rest;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.partnershipfund.portfolio.webhook.Secret;

/** Draws secrets. */
@Singleton
class WebhookSecrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    Secret next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Secret.of(bytes);
    }
}
