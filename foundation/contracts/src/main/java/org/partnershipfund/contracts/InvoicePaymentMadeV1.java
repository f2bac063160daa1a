package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The city paid all or part of an invoice.
 *
 * @param reference the treasury's number of the payment; used once
 * @param payments what it paid from each school's line
 * @param stillDue what of the invoice is certified and neither paid nor credited after it
 */
public record InvoicePaymentMadeV1(
        UUID invoiceId,
        UUID contractId,
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID partnerId,
        UUID paymentId,
        String reference,
        LocalDate paidOn,
        MoneyV1 amount,
        List<PaymentV1> payments,
        MoneyV1 stillDue,
        Instant madeAt) {
    public InvoicePaymentMadeV1 {
        payments = List.copyOf(payments);
    }
}
