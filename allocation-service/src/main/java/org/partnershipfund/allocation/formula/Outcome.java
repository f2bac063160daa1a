package org.partnershipfund.allocation.formula;

import org.partnershipfund.kernel.Money;

/** What the rules mean for one school. */
public sealed interface Outcome {

    /** The school is eligible and has its part: its share by weight, or a bound. */
    record Funded(BoundedSplit.Part part) implements Outcome {}

    /**
     * The school is not eligible and keeps what it is guaranteed of what it had.
     *
     * @param guaranteed more than nothing
     */
    record HeldHarmless(Money guaranteed) implements Outcome {}

    /** The need of other schools is greater. */
    record BelowTheCut() implements Outcome {}

    /** Nobody to serve: the snapshot counts no pupil. */
    record WithoutPupils() implements Outcome {}

    /** What the school receives; nothing if it is neither eligible nor held harmless. */
    default Money amount() {
        return switch (this) {
            case Funded(var part) -> part.amount();
            case HeldHarmless(var guaranteed) -> guaranteed;
            case BelowTheCut(), WithoutPupils() -> Money.ZERO;
        };
    }

    /** Whether the school is served: eligible or held harmless. */
    default boolean isServed() {
        return switch (this) {
            case Funded _, HeldHarmless _ -> true;
            case BelowTheCut(), WithoutPupils() -> false;
        };
    }
}
