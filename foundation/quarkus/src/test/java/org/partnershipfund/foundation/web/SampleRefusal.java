package org.partnershipfund.foundation.web;

import org.partnershipfund.kernel.Refusal;

/** The refusals of the doors that exist only here. */
public sealed interface SampleRefusal extends Refusal {

    /** Nothing has this id, or nothing that the caller may see. */
    record NoSuchSample(String id) implements SampleRefusal {
        @Override
        public String sentence() {
            return "There is no sample %s.".formatted(id);
        }
    }

    /** A rule of money. */
    record SampleNotFunded(String name) implements SampleRefusal {
        @Override
        public String sentence() {
            return "The sample %s has no funds.".formatted(name);
        }
    }
}
