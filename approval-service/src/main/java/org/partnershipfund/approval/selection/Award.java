package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.kernel.Money;

/**
 * What a competition gave instead of what the school chose.
 *
 * @param line the line whose program did not win
 * @param amount for that line
 * @param at when procurement decided
 */
public record Award(
        UUID process, UUID line, ProgramId chosen, ProgramId awarded, String partnerName, Money amount, Instant at) {

    /** The price code by which a line takes the awarded program at the awarded amount. */
    public static final String PRICE_CODE = "awarded";

    /** Whether both are the outcome of one process for one line. */
    boolean isTheSameOutcomeAs(Award other) {
        return process.equals(other.process) && line.equals(other.line);
    }

    /** Both awards of one process as one: the program is the same, the amount is what both cost. */
    Award plus(Award other) {
        return new Award(process, line, chosen, awarded, partnerName, amount.plus(other.amount), at);
    }
}
