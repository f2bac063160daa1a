package org.partnershipfund.portfolio.catalogue;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;

/** Everything that can happen to a partnership. */
public sealed interface PartnershipEvent extends DomainEvent {

    /** Nobody acts on it yet; partner portals and other systems of the district read it from the feed. */
    record PartnershipRegistered(Partnership partnership, Instant at) implements PartnershipEvent {}
}
