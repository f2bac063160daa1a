package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.envelope.EnvelopeHead;
import org.partnershipfund.procurement.contract.Person;

/**
 * A bid that counts and waits for its opening, without its contents: an opening holds one of these at a time.
 *
 * @param digest of the price envelope
 * @param head of its envelope of the part that is opened; null if there is none
 */
public record WaitingBid(
        UUID id,
        UUID partner,
        String digest,
        Person by,
        Instant submittedAt,
        @Nullable EnvelopeHead head) {}
