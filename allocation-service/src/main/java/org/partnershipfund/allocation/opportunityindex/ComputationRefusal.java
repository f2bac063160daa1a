package org.partnershipfund.allocation.opportunityindex;

import org.partnershipfund.kernel.Refusal;

/** Every way the computation of an index can say no. */
public sealed interface ComputationRefusal extends Refusal {

    /** The id names no computation. */
    record NoSuchComputation(IndexSetId computation) implements ComputationRefusal {
        @Override
        public String sentence() {
            return "There is no index computation %s. GET /index-computations lists them."
                    .formatted(computation.value());
        }
    }

    /** The request names a model that is not there. */
    record UnknownModel(IndexModelId model) implements ComputationRefusal {
        @Override
        public String sentence() {
            return "modelId names no index model: %s. GET /index-models lists them.".formatted(model.value());
        }
    }

    /** The request names a tract set that is not there. */
    record UnknownTractSet(TractSetId tracts) implements ComputationRefusal {
        @Override
        public String sentence() {
            return "tractSetId names no tract set: %s. GET /tract-imports lists them.".formatted(tracts.value());
        }
    }

    /** The tract set does not measure what the model asks for. */
    record TractFactorMissing(String tractSet, String factor) implements ComputationRefusal {
        @Override
        public String sentence() {
            return "The tract set '%s' has no column '%s', which the model measures. Import a tract set that has it, or make a version of the model without it."
                    .formatted(tractSet, factor);
        }
    }

    /** A tract's value is outside of what the model says can be true. */
    record TractValueNotPossible(String geoid, String factor, String value, String range)
            implements ComputationRefusal {
        @Override
        public String sentence() {
            return "Census tract %s has %s = %s, and the model admits values %s. Correct the tracts and import them anew, or correct the model."
                    .formatted(geoid, factor, value, range);
        }
    }

    /** A tract lacks a value, and the model refuses that. */
    record TractValueMissing(String geoid, String factor) implements ComputationRefusal {
        @Override
        public String sentence() {
            return "Census tract %s has no value of %s, and the model refuses missing values. Import a tract set that has it, or make a version of the model with another rule for what is missing."
                    .formatted(geoid, factor);
        }
    }

    /** No school has enough pupils to show anything. */
    record NobodyMeasured() implements ComputationRefusal {
        @Override
        public String sentence() {
            return "No school of the file has %d pupils or more, so no index could be shown without showing single pupils. Send the pupils of whole schools."
                    .formatted(SchoolNeed.SMALLEST_GROUP);
        }
    }

    /** The pupils behind a computation are gone. */
    record StudentsNotKept(IndexSetId computation) implements ComputationRefusal {
        @Override
        public String sentence() {
            return "The pupils behind index computation %s are not kept any more, so it cannot be computed again from here. Send their file to POST /index-computations under another name and compare resultDigest."
                    .formatted(computation.value());
        }
    }
}
