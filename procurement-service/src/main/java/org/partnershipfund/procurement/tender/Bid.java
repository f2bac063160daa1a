package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bid as the opening found it.
 *
 * @param digest of the price envelope, as it stands on the bidder's receipt
 * @param unreadable why an envelope could not be opened or read; null if nothing was wrong with it
 * @param price null until prices are opened
 * @param lot what a draw among equals is made of; null until prices are opened
 */
public record Bid(
        UUID id,
        UUID partner,
        String partnerName,
        Instant submittedAt,
        String digest,
        @Nullable String unreadable,
        @Nullable Price price,
        @Nullable String lot) {

    /** Whether everything that was opened of it could be read. */
    public boolean isReadable() {
        return unreadable == null;
    }

    /** The same, with its price. */
    Bid priced(Price asked, String drawn) {
        return new Bid(id, partner, partnerName, submittedAt, digest, unreadable, asked, drawn);
    }

    /** The same, which could not be read. */
    Bid unreadable(String why) {
        return new Bid(
                id, partner, partnerName, submittedAt, digest, Objects.requireNonNullElse(unreadable, why), null, null);
    }
}
