package org.partnershipfund.kernel;

import java.time.Instant;

/** Something that happened and can no longer be refused. Named in the past tense. */
public interface DomainEvent {

    /** When the deciding service decided it, on the district clock. */
    Instant at();
}
