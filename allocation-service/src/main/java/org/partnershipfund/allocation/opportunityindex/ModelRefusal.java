package org.partnershipfund.allocation.opportunityindex;

import java.math.BigDecimal;
import org.partnershipfund.kernel.Refusal;

/** Every way an index model can say no. */
public sealed interface ModelRefusal extends Refusal {

    /** The id names no model. */
    record NoSuchModel(IndexModelId model) implements ModelRefusal {
        @Override
        public String sentence() {
            return "There is no index model %s. GET /index-models lists them.".formatted(model.value());
        }
    }

    /** Two factors want the same column. */
    record FactorTwice(String key) implements ModelRefusal {
        @Override
        public String sentence() {
            return "The factor '%s' is named twice. A factor has one key, which is its column in the files."
                    .formatted(key);
        }
    }

    /** A factor wants the column that says who the pupil is, or where. */
    record FactorIsAKeyColumn(String key) implements ModelRefusal {
        @Override
        public String sentence() {
            return "The factor's key is '%s', and that column says who or where in the files, not how much. Give the factor another key."
                    .formatted(key);
        }
    }

    /** The components' weights are not 1 together. */
    record ComponentWeightsDoNotAddUp(int millionths) implements ModelRefusal {
        @Override
        public String sentence() {
            return "The weights of the components add up to %s instead of 1. Change them until they do, to six decimals."
                    .formatted(decimal(millionths));
        }
    }

    /** The weights of a component's factors are not 1 together. */
    record FactorWeightsDoNotAddUp(Component component, int millionths) implements ModelRefusal {
        @Override
        public String sentence() {
            return "The weights of the factors of '%s' add up to %s instead of 1. Change them until they do, to six decimals."
                    .formatted(component.word(), decimal(millionths));
        }
    }

    /** A component has a weight and no factor. */
    record NothingMeasured(Component component) implements ModelRefusal {
        @Override
        public String sentence() {
            return "The component '%s' has a weight and no factor. Name what is measured, or give it the weight 0."
                    .formatted(component.word());
        }
    }

    /** No value lies between a factor's bounds. */
    record NothingAdmitted(String key, String lowest, String highest) implements ModelRefusal {
        @Override
        public String sentence() {
            return "The factor '%s' admits values from %s to %s, and there are none. Give the lower bound first."
                    .formatted(key, lowest, highest);
        }
    }

    private static String decimal(int millionths) {
        return BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
    }
}
