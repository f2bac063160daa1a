package org.partnershipfund.procurement.ledger;

import org.partnershipfund.kernel.Money;

/**
 * Where the money of a line stands. An impossible balance cannot be made: no account is below zero, both sides are
 * equal, and nothing is owed or paid beyond what was appropriated.
 *
 * <p>Source: docs/policy/ledger.md §3.
 */
public record Balance(
        Money planned,
        Money appropriated,
        Money available,
        Money reserved,
        Money encumbered,
        Money expended,
        Money lapsed) {

    /** A line in which nothing has moved yet. */
    public static final Balance EMPTY =
            new Balance(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    public Balance {
        Money authority = planned.plus(appropriated);
        Money uses = available.plus(reserved).plus(encumbered).plus(expended).plus(lapsed);
        if (!authority.equals(uses)) {
            throw new IllegalArgumentException("debits are %s, credits are %s".formatted(authority, uses));
        }
        if (encumbered.plus(expended).exceeds(appropriated)) {
            throw new IllegalArgumentException(
                    "%s encumbered and %s expended of %s appropriated".formatted(encumbered, expended, appropriated));
        }
        if (planned.isNegative()
                || appropriated.isNegative()
                || available.isNegative()
                || reserved.isNegative()
                || encumbered.isNegative()
                || expended.isNegative()
                || lapsed.isNegative()) {
            throw new IllegalArgumentException("no account is ever below zero");
        }
    }

    /** What one account holds. */
    public Money of(Account account) {
        return switch (account) {
            case PLANNED -> planned;
            case APPROPRIATED -> appropriated;
            case AVAILABLE -> available;
            case RESERVED -> reserved;
            case ENCUMBERED -> encumbered;
            case EXPENDED -> expended;
            case LAPSED -> lapsed;
        };
    }

    /** All the authority the line was ever given: planned and appropriated. */
    public Money budget() {
        return planned.plus(appropriated);
    }

    /** What may still be encumbered: appropriated less what is owed and paid. */
    public Money appropriatedAndFree() {
        return appropriated.minus(encumbered).minus(expended);
    }

    /**
     * The balance after a movement.
     *
     * @throws IllegalArgumentException if the movement would make an impossible balance
     */
    public Balance after(Move move, Money amount) {
        return new Balance(
                moved(Account.PLANNED, move, amount),
                moved(Account.APPROPRIATED, move, amount),
                moved(Account.AVAILABLE, move, amount),
                moved(Account.RESERVED, move, amount),
                moved(Account.ENCUMBERED, move, amount),
                moved(Account.EXPENDED, move, amount),
                moved(Account.LAPSED, move, amount));
    }

    private Money moved(Account account, Move move, Money amount) {
        Money before = of(account);
        if (account != move.debit() && account != move.credit()) {
            return before;
        }
        boolean debited = account == move.debit();
        boolean grows = debited == (account.side() == Account.Side.DEBIT);
        return grows ? before.plus(amount) : before.minus(amount);
    }
}
