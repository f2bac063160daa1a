package org.partnershipfund.procurement.ledger;

import java.util.List;
import org.partnershipfund.kernel.Money;

/**
 * Whether the books agree: what is stored on the lines beside what all transfers add up to, taken at one instant.
 *
 * <p>Source: docs/policy/ledger.md §5.
 *
 * @param accounts every account, in the order of the money's life
 * @param disagreements where stored and folded differ, at most {@value #SHOWN}; none when all is well
 * @param papers the ledger beside selections, contracts and invoices
 */
public record TrialBalance(
        List<Row> accounts,
        long lines,
        long transfers,
        long commitments,
        List<Disagreement> disagreements,
        Papers papers) {

    /** How many disagreements are listed; one is already an alarm. */
    public static final int SHOWN = 100;

    public TrialBalance {
        accounts = List.copyOf(accounts);
        disagreements = List.copyOf(disagreements);
    }

    /**
     * One account over all lines.
     *
     * @param stored the sum of the lines' balances
     * @param folded the sum of all transfers into and out of it
     */
    public record Row(Account account, Money stored, Money folded) {}

    /**
     * One place where the books differ from their own transfers.
     *
     * @param what which line, commitment or fund, and what of it
     */
    public record Disagreement(String what, Money stored, Money folded) {}

    /**
     * What the ledger holds beside what selections, contracts and invoices say it should: reserved beside the lines of
     * approved selections, encumbered beside executed contracts less what was paid, expended beside paid invoices.
     *
     * @param accounts {@link Row#folded} is what the papers say
     * @param disagreements per line, at most {@value #SHOWN}
     */
    public record Papers(List<Row> accounts, List<Disagreement> disagreements) {
        public Papers {
            accounts = List.copyOf(accounts);
            disagreements = List.copyOf(disagreements);
        }

        /** Whether every cent that is set aside, owed or paid has its paper. */
        public boolean agree() {
            return disagreements.isEmpty()
                    && accounts.stream().allMatch(row -> row.stored().equals(row.folded()));
        }
    }

    /** The stored debit side: planned and appropriated. */
    public Money debits() {
        return sum(Account.Side.DEBIT);
    }

    /** The stored credit side: available and all that was made of it. */
    public Money credits() {
        return sum(Account.Side.CREDIT);
    }

    /** Whether debits equal credits and nothing stored differs from what the transfers say. */
    public boolean balances() {
        return disagreements.isEmpty()
                && debits().equals(credits())
                && accounts.stream().allMatch(row -> row.stored().equals(row.folded()));
    }

    private Money sum(Account.Side side) {
        return accounts.stream()
                .filter(row -> row.account().side() == side)
                .map(Row::stored)
                .reduce(Money.ZERO, Money::plus);
    }
}
