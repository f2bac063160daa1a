package org.partnershipfund.procurement.ledger;

import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;

/**
 * One movement of money within one line: the only thing the ledger ever stores.
 *
 * @param amount at least one cent
 * @param opens the commitment it makes; present exactly when {@link Move#opens()}
 * @param resolves the commitment it takes from; present exactly when {@link Move#resolves()}
 */
public record Transfer(
        BudgetLineId line,
        Move move,
        Money amount,
        @Nullable CommitmentId opens,
        @Nullable CommitmentId resolves,
        Voucher voucher) {

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transfer moves at least one cent, not " + amount);
        }
        if (move.opens() != (opens != null) || move.resolves() != (resolves != null)) {
            throw new IllegalArgumentException("%s opens %s and resolves %s".formatted(move.word(), opens, resolves));
        }
    }
}
