package org.partnershipfund.procurement.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.rules.Evaluation;

/**
 * A change of a contract that binds: proposed, agreed to in writing by both sides, or withdrawn. The dated list of them
 * is part of the contract.
 *
 * <p>Source: docs/policy/contracts.md §4.
 */
public sealed interface Amendment {

    Wish wish();

    List<Signature> signatures();

    /** Not agreed to by everybody yet. */
    record Proposed(Wish wish, List<Signature> signatures) implements Amendment {
        public Proposed {
            signatures = List.copyOf(signatures);
        }
    }

    /** In force from that day on. */
    record Agreed(Wish wish, List<Signature> signatures, LocalDate on, Instant at) implements Amendment {
        public Agreed {
            signatures = List.copyOf(signatures);
        }
    }

    /** Given up before it was agreed to. */
    record Withdrawn(Wish wish, List<Signature> signatures, Instant at) implements Amendment {
        public Withdrawn {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * What is to change.
     *
     * @param number counts from 1 within the contract
     * @param shares those whose amount is another
     * @param before the contract's amount
     * @param after the contract's amount then
     * @param endedOn its last day before
     * @param endsOn its last day then
     * @param need why it is needed, in writing
     * @param unitPrice with an increase; else null
     * @param demands what the rules ask of the new value
     */
    record Wish(
            int number,
            List<ShareChange> shares,
            Money before,
            Money after,
            LocalDate endedOn,
            LocalDate endsOn,
            String need,
            @Nullable UnitPrice unitPrice,
            Evaluation demands,
            Person by,
            Instant at) {
        public Wish {
            shares = List.copyOf(shares);
        }

        /** Whether the district binds itself to more, at one school at least. */
        public boolean isIncrease() {
            return after.exceeds(before) || shares.stream().anyMatch(ShareChange::isIncrease);
        }

        /**
         * Who must agree: both sides always; those whom the new value asks for if it is more.
         *
         * <p>Source: docs/policy/contracts.md §4.5.
         */
        public Set<Step> steps() {
            return Arrays.stream(Step.values())
                    .filter(step -> switch (step) {
                        case PARTNER, DISTRICT -> true;
                        case SUPERINTENDENT, APPROPRIATION, MAYOR -> isIncrease() && demands.demands(step.word());
                    })
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** What a signature binds to. */
        public String digest() {
            return Digest.of(this);
        }
    }

    /**
     * One share and what it is to be.
     *
     * @param reservation the share
     */
    record ShareChange(CommitmentId reservation, SchoolCode school, Money before, Money after) {

        /** Whether the school buys more. */
        public boolean isIncrease() {
            return after.exceeds(before);
        }
    }

    /** The state's word in tables and on the wire. */
    static String word(Amendment amendment) {
        return switch (amendment) {
            case Proposed _ -> "proposed";
            case Agreed _ -> "agreed";
            case Withdrawn _ -> "withdrawn";
        };
    }
}
