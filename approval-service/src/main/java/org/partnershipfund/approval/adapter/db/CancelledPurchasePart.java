package org.partnershipfund.approval.adapter.db;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.selection.CancelledPurchase;

/** A purchase that was given up, as it lies in table {@code selection_cancelled_purchase}. */
record CancelledPurchasePart(
        UUID processId, String programName, String partnerName, String reason, Instant cancelledAt) {

    static CancelledPurchasePart of(CancelledPurchase purchase) {
        return new CancelledPurchasePart(
                purchase.process(), purchase.programName(), purchase.partnerName(), purchase.reason(), purchase.at());
    }

    CancelledPurchase noun() {
        return new CancelledPurchase(processId, programName, partnerName, reason, cancelledAt);
    }
}
