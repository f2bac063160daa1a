package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.envelope.Envelope;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.procurement.contract.Person;

/** The envelopes of a bidder, as they were taken in. */
public record SealedBid(
        UUID id, TenderId tender, UUID partner, Map<Part, Envelope> envelopes, Person by, Instant submittedAt) {

    public SealedBid {
        envelopes = Map.copyOf(envelopes);
    }

    /** The envelope of that part, if it was asked for. */
    public @Nullable Envelope envelope(Part part) {
        return envelopes.get(part);
    }
}
