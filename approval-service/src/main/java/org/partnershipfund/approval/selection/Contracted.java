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
 * @param version of the selection, from 1 on; the contract's lines of a newer version replace those of an older one, and
 *     what was said later of the same version what was said before
 * @param line of that version
 * @param program that is contracted for it
 * @param amount its share of the contract
 */
public record Contracted(
        UUID contract, UUID process, int version, UUID line, ProgramId program, Money amount, Instant at) {

    /** Above every version of a selection: what was said last of a contract is that it ended. */
    private static final int AFTER_ALL = Integer.MAX_VALUE;

    /** Beside every version of a selection: that its contract is delivered, which leaves its lines where they are. */
    private static final int DELIVERED = AFTER_ALL - 1;

    /**
     * That a contract ended: its lines may be left out again, and only what was spent of it still counts.
     *
     * @param spent paid for this selection, or on its way to be
     */
    public static Contracted ended(
            UUID contract, UUID process, UUID selection, ProgramId program, Money spent, Instant at) {
        return new Contracted(contract, process, AFTER_ALL, word(contract, selection, at), program, spent, at);
    }

    /**
     * That a contract is delivered: its lines stay under contract, and it takes nothing more.
     *
     * @param paid for this selection
     */
    public static Contracted completed(
            UUID contract, UUID process, UUID selection, ProgramId program, Money paid, Instant at) {
        return new Contracted(contract, process, DELIVERED, word(contract, selection, at), program, paid, at);
    }

    /** What is said of a whole contract is on no line. */
    private static UUID word(UUID contract, UUID selection, Instant at) {
        return UUID.nameUUIDFromBytes(
                "%s %s %s".formatted(contract, selection, at).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it says that the contract ended. */
    public boolean isEnd() {
        return version == AFTER_ALL;
    }

    /** Whether it says that the contract is delivered. */
    public boolean isCompletion() {
        return version == DELIVERED;
    }

    /** Whether both say the same: of the same line in the same contract, at the same time. */
    boolean isTheSameAs(Contracted other) {
        return contract.equals(other.contract) && line.equals(other.line) && at.equals(other.at);
    }

    /** Whether the same contract goes on with this, so that the other is past. */
    boolean isAfter(Contracted other) {
        return contract.equals(other.contract)
                && !isCompletion()
                && (version > other.version || (version == other.version && at.isAfter(other.at)));
    }
}
