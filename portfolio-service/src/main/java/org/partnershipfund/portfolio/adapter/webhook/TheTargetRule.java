package org.partnershipfund.portfolio.adapter.webhook;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.partnershipfund.portfolio.webhook.TargetRule;

/** Where messages may go in this installation. */
@Singleton
class TheTargetRule {

    @Produces
    @Singleton
    TargetRule rule(WebhookSettings settings) {
        return new TargetRule(settings.insideAllowed());
    }
}
