package org.partnershipfund.approval.selection;

import java.util.Optional;
import org.partnershipfund.approval.menu.Unit;

/**
 * What became of a line of last year's selection.
 *
 * @param before as it was
 * @param outcome the line of the new draft, or why there is none
 */
public record CopiedLine(Line before, Outcome outcome) {

    /** Copied, or left out and said so. */
    public sealed interface Outcome {

        /** In the new draft, at today's price. */
        record Copied(Line now) implements Outcome {}

        /** Not in the new draft. */
        record LeftOut(SelectionRefusal why) implements Outcome {}
    }

    /** What to ask for so that the line comes again, a year later: as much of it as before, for as many pupils. */
    public static LineAsked again(Line before) {
        boolean isAgreed = before.unit() == Unit.AGREED && !before.isAwarded();
        return new LineAsked(
                before.program(),
                before.priceCode(),
                before.quantity(),
                isAgreed ? Optional.of(before.unitPrice()) : Optional.empty(),
                before.pupils(),
                before.serviceFrom().plusYears(1),
                before.serviceUntil().plusYears(1));
    }
}
