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

    /** The step before the answers lies within the window. */
    record IntentDayOutside(LocalDate intentBy, LocalDate opensOn, LocalDate closesOn) implements CycleRefusal {
        @Override
        public String sentence() {
            return "intentBy is %s and the cycle is open from %s to %s. Give a day within those, or leave it away if there is no first step."
                    .formatted(intentBy, opensOn, closesOn);
        }
    }

    /** An application names its category by the code. */
    record CategoryTwice(String code) implements CycleRefusal {
        @Override
        public String sentence() {
            return "Two categories have the code '%s'; applications name a category by its code. Give each a code of its own."
                    .formatted(code);
        }
    }

    /** An answer names its criterion by the code. */
    record CriterionTwice(String category, String code) implements CycleRefusal {
        @Override
        public String sentence() {
            return "Two criteria of category '%s' have the code '%s'; answers and ratings name a criterion by its code. Give each a code of its own."
                    .formatted(category, code);
        }
    }

    /** One program would be vetted for one thing by two sets of criteria. */
    record CyclesOverlap(String category, CycleId other, LocalDate opensOn, LocalDate closesOn)
            implements CycleRefusal {
        @Override
        public String sentence() {
            return "Category '%s' is sought by cycle %s too, which is open from %s to %s. Choose days outside of those, or a category with a code of its own."
                    .formatted(category, other.value(), opensOn, closesOn);
        }
    }
}
