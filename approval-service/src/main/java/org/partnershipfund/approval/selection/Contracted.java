package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.kernel.Money;

/**
 * What procurement said to be under contract of one version of a selection, so that the school neither takes it back nor
 * leaves it out.
 *
 * @param version of the selection, from 1 on; the contract's lines of a newer version replace those of an older one
 * @param line of that version
 * @param program that is contracted for it
 * @param amount its share of the contract
 */
public record Contracted(
        UUID contract, UUID process, int version, UUID line, ProgramId program, Money amount, Instant at) {

    /** Whether both are the same line in the same contract. */
    boolean isTheSameAs(Contracted other) {
        return contract.equals(other.contract) && line.equals(other.line);
    }

    /** Whether the same contract goes on with this, so that the other is past. */
    boolean isAfter(Contracted other) {
        return contract.equals(other.contract) && version > other.version;
    }
}
