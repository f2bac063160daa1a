package org.partnershipfund.procurement.ledger;

import org.partnershipfund.kernel.Money;

/**
 * An amount that was set aside and by whom it may be used up: a reservation, an encumbrance, or a payment that may be
 * corrected. What resolves it never exceeds it; at zero it is closed for ever.
 *
 * @param account where its money lies: {@code RESERVED}, {@code ENCUMBERED} or {@code EXPENDED}
 * @param opened what it was made with
 * @param open what of it is not resolved yet
 */
public record Commitment(CommitmentId id, BudgetLineId line, Account account, Money opened, Money open) {

    public Commitment {
        if (!account.isMadeOfCommitments()) {
            throw new IllegalArgumentException("no commitment lies in " + account.word());
        }
        if (!opened.isPositive() || open.isNegative() || open.exceeds(opened)) {
            throw new IllegalArgumentException("open %s of %s".formatted(open, opened));
        }
    }

    /** A commitment as its transfer makes it. */
    static Commitment openedBy(CommitmentId id, BudgetLineId line, Move move, Money amount) {
        return new Commitment(id, line, move.credit(), amount, amount);
    }

    /** What is left after part of it, or all, was used. */
    public Commitment less(Money amount) {
        return new Commitment(id, line, account, opened, open.minus(amount));
    }

    /** Whether nothing of it is left. */
    public boolean isClosed() {
        return open.equals(Money.ZERO);
    }
}
