package org.partnershipfund.procurement.disclosure;

import org.partnershipfund.kernel.Refusal;

/** Why there is nothing to show. */
public sealed interface DisclosureRefusal extends Refusal {

    /** No release has this id. */
    record NoSuchRelease(String id) implements DisclosureRefusal {
        @Override
        public String sentence() {
            return "No release has the id %s; GET /ocds/releases lists them.".formatted(id);
        }
    }

    /** Nothing was published under this ocid. */
    record NoSuchRecord(Ocid ocid) implements DisclosureRefusal {
        @Override
        public String sentence() {
            return "Nothing is published under %s; GET /ocds/records lists what is.".formatted(ocid);
        }
    }
}
