package org.partnershipfund.portfolio.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.matching.Excluded.Reason;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.ProgramId;

/** What must be known of programs to match them, beside what they say of themselves. */
public interface Offers {

    /** The programs on the menu of that day that serve at least one of the grades. */
    List<ProgramId> ranked(LocalDate day, List<Grade> grades);

    /** How many programs are not among them, by the first reason that holds; a reason that nobody has may be missing. */
    Map<Reason, Integer> countExcluded(LocalDate day, List<Grade> grades);

    /** The programs that are not among them in the order of their ids, behind {@code after}, at most {@code limit}. */
    List<Excluded> excluded(LocalDate day, List<Grade> grades, Optional<ProgramId> after, int limit);

    /**
     * Places that other schools take in the year, by approved selections and by partnerships that the fund does not pay
     * for; a few pupils count as ten (catalogue §4.4).
     */
    Map<ProgramId, Integer> placesTakenElsewhere(FiscalYear year, SchoolCode school);
}
