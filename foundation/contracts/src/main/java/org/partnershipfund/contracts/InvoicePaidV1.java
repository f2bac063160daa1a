package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Verified by the school, certified by the officer, received by the auditor, paid. */
public record InvoicePaidV1(
        UUID invoiceId,
        UUID contractId,
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID partnerId,
        MoneyV1 amount,
        List<PaymentV1> payments,
        Instant paidAt) {
    public InvoicePaidV1 {
        payments = List.copyOf(payments);
    }
}
