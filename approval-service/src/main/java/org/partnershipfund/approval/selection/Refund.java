package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.selection.Selections.Purse;
import org.partnershipfund.kernel.Money;

/**
 * What a partner's credit note gave back of what had been paid for a school: it is on the school's line again.
 *
 * <p>Source: docs/policy/approval.md §5.4.
 *
 * @param contract under which it had been paid
 * @param amount at least one cent
 */
public record Refund(UUID creditNote, UUID contract, Purse purse, Money amount, Instant at) {

    public Refund {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("credit note %s gave back %s".formatted(creditNote, amount));
        }
    }
}
