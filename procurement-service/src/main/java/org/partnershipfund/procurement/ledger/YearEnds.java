package org.partnershipfund.procurement.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What the ends of fund years left: drawn up in the moment of closing, and kept as it was.
 *
 * <p>Source: docs/policy/ledger.md §7.
 */
public interface YearEnds {

    /**
     * Draws up and keeps the report of a fund whose lines have just lapsed; told again, the first one stays.
     *
     * @throws IllegalStateException if a line carries what no contract backs
     */
    void record(FundId fund, FiscalYear year, Instant closedAt, String cause);

    /** The report of a fund, if its year is closed. */
    Optional<YearEnd> find(FundId fund);

    /** All reports, by fund. */
    List<YearEnd> list(Optional<FundId> after, int limit);

    /** The lines of a report, by school. */
    List<Line> lines(FundId fund, Optional<SchoolCode> after, int limit);

    /** What contracts carry, by school and contract. */
    List<Carried> carried(FundId fund, Optional<CarriedPlace> after, int limit);

    /** A report's heading and sums. */
    record YearEnd(FundId fund, FiscalYear year, Instant closedAt, String cause, long lines, Sums sums) {}

    /** What became of the authority: carried and lapsed together are what was not expended. */
    record Sums(Money planned, Money appropriated, Money expended, Money carried, Money lapsed) {}

    /** One school's line. */
    record Line(BudgetLineId line, SchoolCode school, Sums sums) {}

    /**
     * What one contract carries of one line.
     *
     * @param encumbered owed by an executed contract
     * @param reserved set aside for a draft
     */
    record Carried(SchoolCode school, UUID contract, Money encumbered, Money reserved) {}

    /** A place in the order of what is carried. */
    record CarriedPlace(SchoolCode school, UUID contract) {}
}
