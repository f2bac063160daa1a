package org.partnershipfund.foundation.web;

import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many bytes a body has at most: the same at every door, but for those that are a {@link LongUpload}; and how long
 * it may take.
 *
 * <p>Not a singleton: readers of bodies are made before a service's settings are known, and this only when it is asked.
 */
@ApplicationScoped
class BodyLimits {

    private final long usual;
    private final List<LongUpload> longer;
    private final Patience patience;

    @Inject
    BodyLimits(
            @ConfigProperty(name = "fund.http.longest-body") MemorySize usual,
            @ConfigProperty(name = "fund.http.patience") Duration patience,
            @ConfigProperty(name = "fund.http.slowest-body") MemorySize slowest,
            @All List<LongUpload> longUploads) {
        this.usual = usual.asLongValue();
        this.patience = new Patience(patience, slowest.asLongValue());
        this.longer = List.copyOf(longUploads);
    }

    /** At the door of that path. */
    long mostBytes(String path) {
        return longer.stream()
                .filter(door -> door.is(path))
                .findFirst()
                .map(LongUpload::mostBytes)
                .orElse(usual);
    }

    /** With callers who send their body slowly, at every door. */
    Patience patience() {
        return patience;
    }
}
