package org.partnershipfund.procurement.ledger;

import static org.partnershipfund.procurement.ledger.Account.APPROPRIATED;
import static org.partnershipfund.procurement.ledger.Account.AVAILABLE;
import static org.partnershipfund.procurement.ledger.Account.ENCUMBERED;
import static org.partnershipfund.procurement.ledger.Account.EXPENDED;
import static org.partnershipfund.procurement.ledger.Account.LAPSED;
import static org.partnershipfund.procurement.ledger.Account.PLANNED;
import static org.partnershipfund.procurement.ledger.Account.RESERVED;

import java.util.Locale;

/**
 * Every movement that money may make within a line; no other pair of accounts is legal.
 *
 * <p>Source: docs/policy/ledger.md §2. The database holds the same list as {@code transfer_is_a_legal_move}; a test
 * keeps the three equal.
 */
public enum Move {
    PLAN(PLANNED, AVAILABLE),
    APPROPRIATE(APPROPRIATED, PLANNED),
    RESERVE(AVAILABLE, RESERVED),
    ENCUMBER(RESERVED, ENCUMBERED),
    EXPEND(ENCUMBERED, EXPENDED),
    RELEASE_RESERVATION(RESERVED, AVAILABLE),
    RELEASE_ENCUMBRANCE(ENCUMBERED, AVAILABLE),
    CORRECT(EXPENDED, AVAILABLE),
    LAPSE(AVAILABLE, LAPSED),
    UNPLAN(AVAILABLE, PLANNED);

    private final Account debit;
    private final Account credit;

    Move(Account debit, Account credit) {
        this.debit = debit;
        this.credit = credit;
    }

    public Account debit() {
        return debit;
    }

    public Account credit() {
        return credit;
    }

    /** Whether it takes from a commitment, which must then be named. */
    public boolean resolves() {
        return debit.isMadeOfCommitments();
    }

    /** Whether it makes a new commitment, which must then be given an id. */
    public boolean opens() {
        return credit.isMadeOfCommitments();
    }

    /** The word on the wire, such as {@code release-reservation}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The move between two accounts.
     *
     * @throws IllegalArgumentException if no money may move so
     */
    public static Move between(Account debit, Account credit) {
        for (Move move : values()) {
            if (move.debit == debit && move.credit == credit) {
                return move;
            }
        }
        throw new IllegalArgumentException("no move debits %s and credits %s".formatted(debit.word(), credit.word()));
    }
}
