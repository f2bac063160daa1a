package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.selection.CancelledPurchase;

/** A purchase that was given up, as it lies in table {@code selection_cancelled_purchase}. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CancelledPurchasePart {

    @Column(name = "process_id")
    UUID process;

    @Column(name = "program_name")
    String programName;

    @Column(name = "partner_name")
    String partnerName;

    @Column(name = "reason")
    String reason;

    @Column(name = "cancelled_at")
    Instant at;

    static CancelledPurchasePart of(CancelledPurchase purchase) {
        var part = new CancelledPurchasePart();
        part.process = purchase.process();
        part.programName = purchase.programName();
        part.partnerName = purchase.partnerName();
        part.reason = purchase.reason();
        part.at = purchase.at();
        return part;
    }

    CancelledPurchase noun() {
        return new CancelledPurchase(process, programName, partnerName, reason, at);
    }
}
