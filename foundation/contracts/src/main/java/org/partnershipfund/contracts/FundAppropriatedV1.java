package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The adopted budget makes the planned amounts real: each line listed here may be encumbered from now on.
 *
 * @param adopted the sum of {@code lines}, to the cent
 * @param vote the decision that adopted it, as the district cites it
 * @param adoptedOn the day of that decision
 */
public record FundAppropriatedV1(
        UUID fundId,
        int fiscalYear,
        MoneyV1 adopted,
        String vote,
        LocalDate adoptedOn,
        List<LineV1> lines,
        Instant appropriatedAt) {

    public FundAppropriatedV1 {
        lines = List.copyOf(lines);
    }

    /** What one school's line is appropriated. */
    public record LineV1(String schoolCode, MoneyV1 amount) {}
}
