package org.partnershipfund.procurement.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * What stands behind one transfer: its number, its cause, its reason, its time.
 *
 * @param number the transfer's id (UUIDv7)
 * @param cause what made it necessary: the id of the event or of the request
 * @param reason one sentence for the auditor, up to 500 characters
 * @param at when it happened, on the district clock
 */
public record Voucher(UUID number, String cause, String reason, Instant at) {

    public Voucher {
        if (cause.isBlank() || cause.length() > 200) {
            throw new IllegalArgumentException("a voucher's cause has 1 to 200 characters");
        }
        if (reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("a voucher's reason has 1 to 500 characters");
        }
    }
}
