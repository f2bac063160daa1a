package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An organisation is registered; its members act for it. */
public record PartnerRegisteredV1(
        UUID partnerId, String name, String kind, List<PersonV1> members, Instant registeredAt) {
    public PartnerRegisteredV1 {
        members = List.copyOf(members);
    }
}
