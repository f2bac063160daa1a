package org.partnershipfund.portfolio.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is to be sent to one webhook, as it was lent to a sender.
 *
 * @param place of its delivery
 * @param url where it goes
 * @param secrets each of them signs; at least one
 * @param id the same at every attempt
 * @param data JSON
 * @param happenedAt by the district's clock
 * @param attempts how often it was lent, this time included; 1 or more
 */
public record Message(
        long place,
        WebhookId webhook,
        String url,
        List<Secret> secrets,
        UUID id,
        Topic topic,
        String data,
        Instant happenedAt,
        int attempts) {

    public Message {
        secrets = List.copyOf(secrets);
    }

    /** What the header {@code webhook-id} says. */
    public String header() {
        return "msg_" + id;
    }

    /** The body as it is signed and sent. */
    public String body() {
        return "{\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}".formatted(topic.word(), happenedAt, data);
    }
}
