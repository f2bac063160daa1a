package org.partnershipfund.allocation.utilisation;

import java.time.Instant;
import org.partnershipfund.allocation.fund.FundId;

/**
 * An invoice that is paid.
 *
 * @param payments what was paid from each school's line
 */
public record PaidInvoice(InvoiceId id, ContractId contract, FundId fund, Shares payments, Instant at) {}
