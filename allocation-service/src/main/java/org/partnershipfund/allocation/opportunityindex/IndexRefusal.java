package org.partnershipfund.allocation.opportunityindex;

import org.partnershipfund.kernel.Refusal;

/** Every way an index set can say no. */
public sealed interface IndexRefusal extends Refusal {

    /** The id names no index set. */
    record NoSuchIndexSet(IndexSetId index) implements IndexRefusal {
        @Override
        public String sentence() {
            return "There is no index set %s. GET /index-imports lists those that were imported."
                    .formatted(index.value());
        }
    }

    /** A set never changes, so its name cannot be given again. */
    record IndexNameTaken(String name, IndexSetId existing) implements IndexRefusal {
        @Override
        public String sentence() {
            return "The name '%s' belongs to index set %s, and an index set never changes. Import the file under another name, such as '%s, corrected'."
                    .formatted(name, existing.value(), name);
        }
    }
}
