package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Other people act for an organisation from now on. */
public record PartnerMembersChangedV1(UUID partnerId, List<PersonV1> members, Instant changedAt) {
    public PartnerMembersChangedV1 {
        members = List.copyOf(members);
    }
}
