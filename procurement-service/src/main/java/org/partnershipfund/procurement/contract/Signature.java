package org.partnershipfund.procurement.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step done.
 *
 * @param note what was attested or referred to, if anything
 */
public record Signature(
        Step step, Person by, Instant at, @Nullable String note) {}
