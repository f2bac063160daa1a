package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A requisition and a purchase order have their number, given to partner and schools before services begin. */
public record PurchaseOrderIssuedV1(
        UUID contractId,
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID programId,
        UUID partnerId,
        String requisition,
        String purchaseOrder,
        LocalDate startsOn,
        LocalDate endsOn,
        List<ContractShareV1> shares,
        Instant issuedAt) {
    public PurchaseOrderIssuedV1 {
        shares = List.copyOf(shares);
    }
}
