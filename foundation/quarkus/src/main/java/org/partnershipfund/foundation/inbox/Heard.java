package org.partnershipfund.foundation.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of an event that was heard.
 *
 * @param id the CloudEvents id; the inbox's key
 * @param subject the Kafka key
 * @param at when it happened, on the district clock
 * @param traceparent W3C trace context of its cause, if any
 */
public record Heard(
        String id,
        String type,
        String source,
        String subject,
        Instant at,
        @Nullable String traceparent) {}
