package org.partnershipfund.foundation.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** A use case that says no by an exception, as those behind a door do. */
@ApplicationScoped
public class Refuses {

    @Transactional
    void refuse() {
        throw new IllegalStateException("no");
    }
}
