package org.partnershipfund.approval.turn;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.kernel.SchoolCode;

/**
 * One thing that waits for one person.
 *
 * @param selection that it is about; empty for an acknowledgement, as is the fund
 * @param step that is to be decided; only of {@link Kind#DECIDE} and {@link Kind#CONVENE}
 * @param motion that is to be voted on or accounted for
 * @param until the instant from which on it is overdue; empty if it has no deadline
 * @param inPlaceOf who delegated it; empty for one's own
 */
public record Waiting(
        Kind kind,
        Optional<SelectionId> selection,
        Optional<FundId> fund,
        SchoolCode school,
        Optional<String> step,
        Optional<UUID> motion,
        Instant since,
        Optional<Instant> until,
        Optional<Person> inPlaceOf) {

    /** What is to be done. */
    public enum Kind {
        /** Give the account that is owed for a vote against the majority. */
        ACCOUNT("account"),
        /** Acknowledge the summary of the conflict-of-interest law for the fiscal year (policy/school-site-council). */
        ACKNOWLEDGE("acknowledge"),
        /** Post a meeting, or put the motion at one: the council's step is open. */
        CONVENE("convene"),
        /** Decide at a step. */
        DECIDE("decide"),
        /** Finish and submit a draft, or a new version of what came back. */
        FINISH("finish"),
        /** Return what its council cannot decide, or leave it to the school. */
        UNBLOCK("unblock"),
        /** Vote on an open motion. */
        VOTE("vote");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As it is written in JSON. */
        public String word() {
            return word;
        }
    }

    /** Whether its deadline has passed; that changes nothing but what is shown. */
    public boolean isOverdue(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** The id that sorts it among what has the same deadline and kind. */
    public String key() {
        return selection.map(one -> one.value().toString()).orElse(school.value())
                + " "
                + step.orElse("")
                + motion.map(UUID::toString).orElse("");
    }
}
