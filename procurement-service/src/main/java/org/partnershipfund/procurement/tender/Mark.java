package org.partnershipfund.procurement.tender;

import java.util.List;
import java.util.UUID;
import org.partnershipfund.procurement.contract.Person;

/** A rating of one criterion with its reason. */
public record Mark(String criterion, Rating rating, String reason) {

    /** What one evaluator says of one proposal. */
    public record Sheet(Person evaluator, UUID bid, List<Mark> marks) {
        public Sheet {
            marks = List.copyOf(marks);
        }
    }

    /**
     * What the evaluators say together of one proposal.
     *
     * @param composite all criteria in one rating
     */
    public record Consensus(UUID bid, List<Mark> marks, Rating composite, String reason) {
        public Consensus {
            marks = List.copyOf(marks);
        }

        boolean isUnacceptable() {
            return composite == Rating.UNACCEPTABLE
                    || marks.stream().anyMatch(mark -> mark.rating() == Rating.UNACCEPTABLE);
        }
    }
}
