package org.partnershipfund.approval.history;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.Award;
import org.partnershipfund.approval.selection.CancelledPurchase;
import org.partnershipfund.approval.selection.Comment;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.StepDecision;

/**
 * One thing that happened to a selection.
 *
 * <p>Source: docs/policy/approval.md §17.
 */
public sealed interface Happening {

    /** When, on the district's clock. */
    Instant at();

    /** The newest version of the selection at that moment, or the one it is about; 1 or more. */
    int version();

    /**
     * Somebody did something, or the service did because of what it heard.
     *
     * @param action as the audit trail has it, such as {@code SelectionSubmitted}
     * @param by empty if it was nobody in particular
     * @param roles that the person had then, with blanks between them
     * @param motion that it was done to; empty if to the selection itself
     * @param reason why, if it says so
     */
    record Deed(
            Instant at,
            int version,
            String action,
            Optional<Person> by,
            String roles,
            Optional<Motion> motion,
            Optional<String> reason)
            implements Happening {

        /** In words: {@code Selection submitted}, with the reason behind a colon. */
        public String words() {
            String words = action.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
            return words.charAt(0)
                    + words.substring(1).toLowerCase(Locale.ROOT)
                    + reason.map(": "::concat).orElse("");
        }

        /** What the vote came to, if this is the closing of a motion. */
        public Optional<Motion.Closed> closing() {
            return motion.filter(_ -> action.equals("MotionClosed")).flatMap(moved -> switch (moved) {
                case Motion.Open _ -> Optional.empty();
                case Motion.Closed closed -> Optional.of(closed);
            });
        }
    }

    /**
     * A step decided.
     *
     * @param binding whether it counts for what happens next; a new version or a return leaves it to the record
     */
    record Decided(StepDecision decision, boolean binding) implements Happening {
        @Override
        public Instant at() {
            return decision.at();
        }

        @Override
        public int version() {
            return decision.version();
        }
    }

    /** A competition gave another program. */
    record Awarded(Award award, int version) implements Happening {
        @Override
        public Instant at() {
            return award.at();
        }
    }

    /** Procurement said that a line is under contract. */
    record UnderContract(Contracted contracted) implements Happening {
        @Override
        public Instant at() {
            return contracted.at();
        }

        @Override
        public int version() {
            return contracted.version();
        }
    }

    /** Central office gave up a purchase. */
    record PurchaseCancelled(CancelledPurchase purchase, int version) implements Happening {
        @Override
        public Instant at() {
            return purchase.at();
        }
    }

    /** Procurement said that a contract ended; its lines may be left out again. */
    record ContractEnded(Contracted end, int version) implements Happening {
        @Override
        public Instant at() {
            return end.at();
        }
    }

    /** Procurement said that a contract is delivered; it takes nothing more. */
    record ContractCompleted(Contracted completion, int version) implements Happening {
        @Override
        public Instant at() {
            return completion.at();
        }
    }

    /** Somebody who may read it said something about it. */
    record Said(Comment comment) implements Happening {
        @Override
        public Instant at() {
            return comment.at();
        }

        @Override
        public int version() {
            return comment.version();
        }
    }

    /** Somebody saw that version for the first time. */
    record Seen(Instant at, int version, Person by) implements Happening {}
}
