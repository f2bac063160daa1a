package org.partnershipfund.foundation.web;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for, and of what changed since when; a {@code @BeanParam} of nearly every list. */
public class PageRequest extends Paging {

    @Parameter(description = "Only items that changed after this instant, such as 2018-03-01T00:00:00Z")
    @QueryParam("modifiedAfter")
    @Nullable Instant modifiedAfter;

    private boolean heeded;

    /** Only what changed later than this; empty for everything. */
    public Optional<Instant> modifiedAfter() {
        heeded = true;
        return Optional.ofNullable(modifiedAfter);
    }

    @Override
    void requireHeeded() {
        if (modifiedAfter != null && !heeded) {
            throw new IllegalStateException("this list ignores modifiedAfter: use it, or take a Paging instead");
        }
    }
}
