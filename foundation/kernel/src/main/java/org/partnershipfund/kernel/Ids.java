package org.partnershipfund.kernel;

import java.util.UUID;

/** Where new ids come from. An argument like time, so that the core stays a function. */
public interface Ids {

    /** A new UUIDv7: unique, and sorted roughly by its birth. */
    UUID next();
}
