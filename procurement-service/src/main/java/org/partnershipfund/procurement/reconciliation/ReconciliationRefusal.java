package org.partnershipfund.procurement.reconciliation;

import java.util.UUID;
import org.partnershipfund.kernel.Refusal;

/** Every way a reconciliation can say no. */
public sealed interface ReconciliationRefusal extends Refusal {

    /** No reconciliation has this id. */
    record NoSuchReconciliation(UUID reconciliation) implements ReconciliationRefusal {
        @Override
        public String sentence() {
            return "There is no reconciliation %s.".formatted(reconciliation);
        }
    }

    /** The reconciliation has no such item. */
    record NoSuchItem(UUID reconciliation, int item) implements ReconciliationRefusal {
        @Override
        public String sentence() {
            return "Reconciliation %s has no item %d; items are counted from 1.".formatted(reconciliation, item);
        }
    }

    /** Both sides say the same. */
    record NothingToResolve(int item) implements ReconciliationRefusal {
        @Override
        public String sentence() {
            return "Item %d matched; only a difference is resolved.".formatted(item);
        }
    }
}
