package org.partnershipfund.procurement.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books: transfers go in, nothing is ever changed. */
public interface Ledger {

    /**
     * Writes transfers in this order; balances and commitments follow in the same transaction.
     *
     * @throws IllegalStateException if one of them breaks a rule of the ledger, which a decision on locked lines
     *     never does; the transaction can only be rolled back
     */
    void post(List<Transfer> transfers);

    /** A commitment, as its transfers left it. */
    Optional<Commitment> commitment(CommitmentId id);

    /** Those of the commitments that there are. */
    default Map<CommitmentId, Commitment> commitments(List<CommitmentId> ids) {
        Map<CommitmentId, Commitment> found = new HashMap<>();
        ids.forEach(id -> commitment(id).ifPresent(one -> found.put(id, one)));
        return found;
    }

    /** What was paid from a line for one cause, as later transfers left it, oldest first. */
    List<Commitment> payments(BudgetLineId line, String cause);

    /**
     * A page of one line's transfers, oldest first.
     *
     * @param after the {@link Entry#number} of the page before, or 0 for the first page
     */
    List<Entry> entries(BudgetLineId line, long after, int limit);

    /** Stored beside folded, taken at one instant. */
    TrialBalance trialBalance(LedgerSlice slice);

    /**
     * A transfer as it stands in the books.
     *
     * @param number grows within a line; has gaps
     * @param recordedAt when it was written, in real time
     */
    record Entry(long number, Transfer transfer, Instant recordedAt) {}
}
