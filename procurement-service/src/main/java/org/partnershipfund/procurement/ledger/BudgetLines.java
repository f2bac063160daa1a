package org.partnershipfund.procurement.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** All restricted budget lines, with their balances. */
public interface BudgetLines {

    /** The line of this id; its version grows with every transfer. */
    Optional<Versioned<BudgetLine>> find(BudgetLineId id);

    /** The fund's lines of these schools, kept from moving until the transaction ends; the others are not open yet. */
    List<BudgetLine> lock(FundId fund, Set<SchoolCode> schools);

    /** The schools that have a line in the fund. */
    Set<SchoolCode> schools(FundId fund);

    /**
     * Makes room for a new line with nothing in it; its first transfer follows in the same transaction.
     *
     * @throws IllegalArgumentException if the line already holds money
     */
    void open(BudgetLine line);

    /**
     * A page of lines, by school code, then fiscal year, then id.
     *
     * @param after where the page before ended; empty for the first page
     */
    List<Versioned<BudgetLine>> list(LedgerSlice slice, Optional<Place> after, int limit);

    /** How many lines a slice has, and what they hold together. */
    Totals totals(LedgerSlice slice);

    /** A place in the order of the list; any place, whether a line stands there or not. */
    record Place(SchoolCode school, int year, UUID line) {}

    /** Lines counted and added up. */
    record Totals(long lines, Balance balance) {}
}
