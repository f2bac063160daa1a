package org.partnershipfund.portfolio.matching;

import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Vetting;

/**
 * A program on the menu that may fit.
 *
 * @param sheet the prices of the day; empty before the first sheet begins
 * @param nextPrices when the next sheet begins, if one is known that begins later than the day
 * @param vetting by which it is on the menu that day
 * @param placesLeft for pupils of the school in the year; 0 or more
 */
public record Candidate(
        ProgramId id,
        PartnerId partner,
        String partnerName,
        Program.Description description,
        Optional<PriceSheet> sheet,
        Optional<LocalDate> nextPrices,
        Vetting vetting,
        int placesLeft) {

    public Candidate {
        if (placesLeft < 0) {
            throw new IllegalArgumentException("a program has no fewer than no places");
        }
    }
}
