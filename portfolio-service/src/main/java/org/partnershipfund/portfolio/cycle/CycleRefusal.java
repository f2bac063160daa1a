package org.partnershipfund.portfolio.cycle;

import java.time.LocalDate;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Refusal;

/** Every way a cycle can say no. */
public sealed interface CycleRefusal extends Refusal {

    /** The id names no cycle. */
    record NoSuchCycle(CycleId cycle) implements CycleRefusal {
        @Override
        public String sentence() {
            return "There is no cycle %s. GET /cycles lists those that were announced.".formatted(cycle.value());
        }
    }

    /** Two cycles of one year and name could not be told apart. */
    record CycleExists(String name, FiscalYear year, CycleId existing) implements CycleRefusal {
        @Override
        public String sentence() {
            return "'%s' of FY%d was announced before, as cycle %s. Use that one, or give the second cycle a name of its own."
                    .formatted(name, year.endYear(), existing.value());
        }
    }

    /** A window that closes before it opens lets nobody apply. */
    record ClosesBeforeItOpens(LocalDate opensOn, LocalDate closesOn) implements CycleRefusal {
        @Override
        public String sentence() {
            return "closesOn is %s and opensOn is %s, so nobody could apply. Give a last day that is not before the first."
                    .formatted(closesOn, opensOn);
        }
    }

    /** An answer names its criterion by the code. */
    record CriterionTwice(String code) implements CycleRefusal {
        @Override
        public String sentence() {
            return "Two criteria have the code '%s'; answers and ratings name a criterion by its code. Give each a code of its own."
                    .formatted(code);
        }
    }
}
