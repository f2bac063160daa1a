package org.partnershipfund.procurement.process;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;

/** An answer to a solicitation: a price for this fund year, all schools of the process together, or a no. */
public sealed interface Offer {

    /** Which program is offered; null when an organisation that is not registered answered. */
    @Nullable Program program();

    /** Who answered, for people. */
    String name();

    /** The price; null if declined. */
    @Nullable Money price();

    /** Who answered. */
    default Organisation organisation() {
        Program offered = program();
        return new Organisation(offered == null ? null : offered.partner(), name());
    }

    /** A quotation, or word that there will be none. */
    record Quote(
            @Nullable Program program,
            String name,
            @Nullable Money price,
            @Nullable String reason,
            LocalDate quotedOn) implements Offer {}

    /** A bid or proposal as opened and rated. */
    record Proposal(Program program, Money price, List<Rating> ratings) implements Offer {
        public Proposal {
            ratings = List.copyOf(ratings);
        }

        @Override
        public String name() {
            return program.partnerName();
        }

        /** Whether a criterion was rated so that it cannot be awarded. */
        boolean isUnacceptable() {
            return ratings.stream().anyMatch(one -> one.rating().equals(Rating.UNACCEPTABLE));
        }
    }

    /**
     * What the evaluators said to one criterion.
     *
     * @param rating {@code highly-advantageous}, {@code advantageous}, {@code not-advantageous}, {@code unacceptable}
     */
    record Rating(String criterion, String rating) {
        /** An offer rated so on any criterion is never awarded. */
        public static final String UNACCEPTABLE = "unacceptable";
    }
}
