package org.partnershipfund.approval.selection;

import java.nio.charset.StandardCharsets;
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

    /** Above every version of a selection: what was said last of a contract is that it ended. */
    private static final int AFTER_ALL = Integer.MAX_VALUE;

    /**
     * That a contract ended: its lines may be left out again, and only what was spent of it still counts.
     *
     * @param spent paid for this selection, or on its way to be
     */
    public static Contracted ended(
            UUID contract, UUID process, UUID selection, ProgramId program, Money spent, Instant at) {
        UUID line = UUID.nameUUIDFromBytes(
                "%s %s %s".formatted(contract, selection, at).getBytes(StandardCharsets.UTF_8));
        return new Contracted(contract, process, AFTER_ALL, line, program, spent, at);
    }

    /** Whether it says that the contract ended. */
    public boolean isEnd() {
        return version == AFTER_ALL;
    }

    /** Whether both are the same line in the same contract. */
    boolean isTheSameAs(Contracted other) {
        return contract.equals(other.contract) && line.equals(other.line);
    }

    /** Whether the same contract goes on with this, so that the other is past. */
    boolean isAfter(Contracted other) {
        return contract.equals(other.contract)
                && (version > other.version || (isEnd() && other.isEnd() && at.isAfter(other.at)));
    }
}
