package org.partnershipfund.portfolio.partner;

import java.time.Instant;
import java.util.List;
import org.partnershipfund.kernel.DomainEvent;

/** Everything that can happen to a partner. */
public sealed interface PartnerEvent extends DomainEvent {

    PartnerId partner();

    /** approval-service and procurement-service learn the name; procurement-service also who acts for it. */
    record PartnerRegistered(PartnerId partner, String name, PartnerKind kind, List<Person> members, Instant at)
            implements PartnerEvent {
        public PartnerRegistered {
            members = List.copyOf(members);
        }
    }

    /** procurement-service learns who signs and invoices for the partner. */
    record PartnerMembersChanged(PartnerId partner, List<Person> members, Instant at) implements PartnerEvent {
        public PartnerMembersChanged {
            members = List.copyOf(members);
        }
    }
}
