package org.partnershipfund.portfolio.webhook;

import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.portfolio.partner.PartnerId;

/** Every way a webhook can say no. */
public sealed interface WebhookRefusal extends Refusal {

    /** The id names no webhook, or none of a partner that the caller acts for. */
    record NoSuchWebhook(WebhookId webhook) implements WebhookRefusal {
        @Override
        public String sentence() {
            return "There is no webhook %s, or it is not yours. GET /partners/{id}/webhooks lists those of a partner."
                    .formatted(webhook.value());
        }
    }

    /** Messages go where anybody could send them. */
    record TargetNotAllowed(String target, String objection) implements WebhookRefusal {
        @Override
        public String sentence() {
            return "url is %s; %s, such as https://portal.example.org/webhooks.".formatted(target, objection);
        }
    }

    /** Each is told everything that it asks for. */
    record TooManyWebhooks(PartnerId partner, int most) implements WebhookRefusal {
        @Override
        public String sentence() {
            return "Partner %s has %d webhooks, which is the most. Remove one, or change it: PUT /webhooks/{id}."
                    .formatted(partner.value(), most);
        }
    }
}
