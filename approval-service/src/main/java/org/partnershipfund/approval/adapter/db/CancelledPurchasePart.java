package org.partnershipfund.approval.adapter.db;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.selection.CancelledPurchase;

/** A purchase that was given up, as it lies in table {@code selection_cancelled_purchase}. */
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class CancelledPurchasePart {

    @JsonProperty("process_id")
    UUID process;

    String programName;

    String partnerName;

    String reason;

    @JsonProperty("cancelled_at")
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
