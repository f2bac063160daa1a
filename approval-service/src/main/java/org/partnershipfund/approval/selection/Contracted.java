package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.kernel.Money;

/**
 * What of a selection is under contract, so that the school neither takes it back nor leaves it out.
 *
 * @param line of some version of the selection
 * @param program that is contracted for it
 * @param amount its share of the contract
 */
public record Contracted(UUID contract, UUID process, UUID line, ProgramId program, Money amount, Instant at) {

    /** Whether both are the same line in the same contract. */
    boolean isTheSameAs(Contracted other) {
        return contract.equals(other.contract) && line.equals(other.line);
    }
}
