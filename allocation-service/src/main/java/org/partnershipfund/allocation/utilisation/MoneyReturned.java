package org.partnershipfund.allocation.utilisation;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What a partner's credit note gave back of what had been paid; it is on the school's line again.
 *
 * @param id of the credit note, as procurement-service gave it
 * @param amount more than nothing
 */
public record MoneyReturned(
        UUID id, InvoiceId invoice, ContractId contract, FundId fund, SchoolCode school, Money amount, Instant at) {
    public MoneyReturned {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a credit note gives back %s".formatted(amount));
        }
    }
}
