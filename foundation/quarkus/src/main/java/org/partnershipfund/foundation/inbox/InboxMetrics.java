package org.partnershipfund.foundation.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.partnershipfund.foundation.inbox.Deliveries.Ending;

/** What became of the records that were heard. */
@Singleton
class InboxMetrics {

    /** Beyond so many different unknown types they are counted together: whoever sends rubbish must not grow the registry. */
    private static final int MOST_TYPES = 100;

    private final MeterRegistry registry;
    private final Set<String> unknownTypes = ConcurrentHashMap.newKeySet();

    @Inject
    InboxMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(String channel, Ending ending) {
        registry.counter(
                        "fund.inbox.heard",
                        "channel",
                        channel,
                        "ending",
                        ending.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void skipped(String channel, String type) {
        boolean counted = unknownTypes.contains(type) || (unknownTypes.size() < MOST_TYPES && unknownTypes.add(type));
        registry.counter("fund.inbox.skipped", "channel", channel, "type", counted ? type : "other")
                .increment();
    }
}
