package org.partnershipfund.allocation.utilisation;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.allocation.fund.FundId;

/**
 * One payment of the city upon an invoice: all of it, or a part.
 *
 * @param id of the payment, as procurement-service gave it
 * @param payments what was paid from each school's line
 */
public record PaymentPart(UUID id, InvoiceId invoice, ContractId contract, FundId fund, Shares payments, Instant at) {}
