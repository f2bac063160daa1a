package org.partnershipfund.allocation.formula;

import org.partnershipfund.kernel.Money;

/** What the formula means for one school. */
public sealed interface Outcome {

    /** The school is eligible and has its share. */
    record Funded(LargestRemainder.Share share) implements Outcome {}

    /** The need of other schools is greater. */
    record BelowTheCut() implements Outcome {}

    /** Nobody to serve: the snapshot counts no pupil. */
    record WithoutPupils() implements Outcome {}

    /** What the school receives; nothing if it is not eligible. */
    default Money amount() {
        return switch (this) {
            case Funded(var share) -> share.amount();
            case BelowTheCut() -> Money.ZERO;
            case WithoutPupils() -> Money.ZERO;
        };
    }
}
