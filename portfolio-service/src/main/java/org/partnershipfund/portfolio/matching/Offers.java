package org.partnershipfund.portfolio.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.program.ProgramId;

/** What must be known of programs to match them, beside what they say of themselves. */
public interface Offers {

    /** Every program that is not on the menu of that day, with the reason. */
    List<Excluded> offTheMenu(LocalDate day);

    /**
     * Places that other schools take in the year, by approved selections and by partnerships that the fund does not pay
     * for; a few pupils count as ten (catalogue §4.4).
     */
    Map<ProgramId, Integer> placesTakenElsewhere(FiscalYear year, SchoolCode school);
}
