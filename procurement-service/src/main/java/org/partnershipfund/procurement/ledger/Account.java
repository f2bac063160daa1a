package org.partnershipfund.procurement.ledger;

import java.util.Locale;

/**
 * The accounts of one restricted budget line. Two say how much authority the line was given, five where it went; both
 * sides always show the same sum.
 *
 * <p>Source: docs/policy/ledger.md §1.
 */
public enum Account {
    /** Published to the school, not yet voted: a proposal that reservations may draw on. */
    PLANNED(Side.DEBIT, false),
    /** Adopted by vote; encumbrance is lawful. */
    APPROPRIATED(Side.DEBIT, false),
    /** Neither set aside nor spent: planned or appropriated less everything below. */
    AVAILABLE(Side.CREDIT, false),
    /** Set aside for an approved selection (pre-encumbrance). */
    RESERVED(Side.CREDIT, true),
    /** Owed under an executed contract. */
    ENCUMBERED(Side.CREDIT, true),
    /** Paid. */
    EXPENDED(Side.CREDIT, true),
    /** Returned at the end of the fiscal year; nothing leaves it. */
    LAPSED(Side.CREDIT, false);

    private final Side side;
    private final boolean named;

    Account(Side side, boolean named) {
        this.side = side;
        this.named = named;
    }

    /** The side on which this account grows. */
    public Side side() {
        return side;
    }

    /** Whether every cent in it belongs to a {@link Commitment}, so that nothing leaves it anonymously. */
    public boolean isMadeOfCommitments() {
        return named;
    }

    /** The word in tables and on the wire, such as {@code encumbered}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The account of a word.
     *
     * @throws IllegalArgumentException if no account is called so
     */
    public static Account ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Where an account's balance normally stands. */
    public enum Side {
        DEBIT,
        CREDIT
    }
}
