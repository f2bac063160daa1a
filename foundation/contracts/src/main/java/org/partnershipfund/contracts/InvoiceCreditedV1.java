package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/**
 * A partner's credit note on one line of an invoice.
 *
 * @param amount of the credit note
 * @param returned what of it had been paid, and is back on the school's line
 */
public record InvoiceCreditedV1(
        UUID invoiceId,
        UUID contractId,
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID partnerId,
        UUID creditNoteId,
        String schoolCode,
        MoneyV1 amount,
        MoneyV1 returned,
        Instant creditedAt) {}
