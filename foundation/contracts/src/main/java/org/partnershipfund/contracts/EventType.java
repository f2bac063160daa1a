package org.partnershipfund.contracts;

import java.util.List;
import java.util.Locale;

/**
 * One kind of event on the wire: who says it, what it is called, what it carries, who acts on it.
 *
 * @param name past tense, such as {@code AllocationPublished}
 * @param version 1 or more; the old version is spoken until nobody hears it
 * @param data the record the JSON is read into
 * @param subject what the CloudEvents subject, which is the Kafka key, holds
 * @param summary one sentence for {@code docs/events} and AsyncAPI
 * @param heardBy the services that act on it; may be empty
 */
public record EventType<T>(
        Speaker speaker,
        String name,
        int version,
        Class<T> data,
        String subject,
        String summary,
        List<Speaker> heardBy) {

    /** The CloudEvents type, such as {@code org.partnershipfund.allocation.AllocationPublished.v1}. */
    public String type() {
        return "org.partnershipfund.%s.%s.v%d".formatted(speaker.word(), name, version);
    }

    /** The stem of schema and sample, such as {@code allocation-published.v1}. */
    public String fileStem() {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".v" + version;
    }
}
