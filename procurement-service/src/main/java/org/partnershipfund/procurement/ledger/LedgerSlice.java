package org.partnershipfund.procurement.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Which lines somebody asks for, and which of them they may see.
 *
 * @param movedAfter only lines that a transfer touched later than this, in real time
 * @param schools the lines the caller may see; empty means every school's, a set means these and no others
 */
public record LedgerSlice(
        Optional<FundId> fund,
        Optional<SchoolCode> school,
        Optional<FiscalYear> year,
        Optional<Instant> movedAfter,
        Optional<Set<SchoolCode>> schools) {

    /** The whole ledger. */
    public static final LedgerSlice ALL =
            new LedgerSlice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** All lines of one fund. */
    public static LedgerSlice of(FundId fund) {
        return new LedgerSlice(
                Optional.of(fund), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
