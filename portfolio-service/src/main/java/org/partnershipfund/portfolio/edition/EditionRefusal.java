package org.partnershipfund.portfolio.edition;

import java.time.LocalDate;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.portfolio.cycle.CycleId;

/** Every way an edition can say no. */
public sealed interface EditionRefusal extends Refusal {

    /** The id names no edition. */
    record NoSuchEdition(EditionId edition) implements EditionRefusal {
        @Override
        public String sentence() {
            return "There is no edition %s. GET /editions lists those that were published.".formatted(edition.value());
        }
    }

    /** What a cycle seeks is not found while programs may still apply. */
    record CycleStillOpen(CycleId cycle, LocalDate closesOn, LocalDate today) implements EditionRefusal {
        @Override
        public String sentence() {
            return "Cycle %s takes answers until %s and today is %s. Publish its edition after that day; GET /portfolio is the menu until then."
                    .formatted(cycle.value(), closesOn, today);
        }
    }

    /** An edition of nothing says nothing. */
    record EmptyMenu(LocalDate day) implements EditionRefusal {
        @Override
        public String sentence() {
            return "No program is on the menu of %s. Decide the cycle's applications first: PUT /applications/{id}/decision."
                    .formatted(day);
        }
    }

    /** The same menu of the same day is published already. */
    record EditionUnchanged(EditionId existing, int number) implements EditionRefusal {
        @Override
        public String sentence() {
            return "Nothing has changed since edition %d, which is %s. Use that one."
                    .formatted(number, existing.value());
        }
    }
}
