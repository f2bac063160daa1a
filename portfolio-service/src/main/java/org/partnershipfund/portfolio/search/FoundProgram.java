package org.partnershipfund.portfolio.search;

import java.util.Optional;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.program.ProgramId;

/**
 * A program that was found.
 *
 * @param key by which it stands in its order
 * @param pricePerPupil the lowest of the day's sheet; empty if it is not priced per pupil then
 * @param capacityLeft pupils that it can still take in the fiscal year of the day; 0 or more
 * @param metres to its nearest site; empty if it was not asked for, or comes to the school
 */
public record FoundProgram(
        ProgramId program, Key key, Optional<Money> pricePerPupil, int capacityLeft, Optional<Integer> metres) {

    /**
     * A place in an order.
     *
     * @param text name, or a whole number: relevance in millionths, or metres
     */
    public record Key(Order order, String text, ProgramId program) {}
}
