package org.partnershipfund.allocation.opportunityindex;

import org.partnershipfund.kernel.Refusal;

/** Every way a set of census tracts can say no. */
public sealed interface TractRefusal extends Refusal {

    /** The id names no tract set. */
    record NoSuchTractSet(TractSetId tracts) implements TractRefusal {
        @Override
        public String sentence() {
            return "There is no tract set %s. GET /tract-imports lists those that were imported."
                    .formatted(tracts.value());
        }
    }

    /** A set never changes, so its name cannot be given again. */
    record TractNameTaken(String name, TractSetId existing) implements TractRefusal {
        @Override
        public String sentence() {
            return "The name '%s' belongs to tract set %s, and a tract set never changes. Import the file under another name, such as '%s, corrected'."
                    .formatted(name, existing.value(), name);
        }
    }
}
