package org.partnershipfund.approval.submission;

import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.SchoolCode;

/** Every edition of every fund, and the lines of each; only added to. */
public interface Editions {

    /** All editions of the fund, oldest first, held until the end of the transaction: one is made or answered at a time. */
    List<Edition> hold(FundId fund);

    /**
     * The fund's editions, oldest first.
     *
     * @param after only higher numbers; 0 for all
     */
    List<Edition> list(FundId fund, int after, int limit);

    /** The fund's edition with that number. */
    Optional<Edition> find(FundId fund, int number);

    /** The lines of an edition, by school code, selection and place. */
    List<SubmittedLine> lines(Edition edition);

    /** Adds an edition with its lines. */
    void add(Edition edition, List<SubmittedLine> lines);

    /** Adds the answer that the edition has. */
    void answer(Edition edition);

    /** All that is approved or reserved of the fund, also what stands while it is amended. */
    Approved approved(FundId fund);

    /**
     * What is approved, as one look at the tables saw it.
     *
     * @param lines by school code, selection and place
     * @param withoutCentre the first school whose lines cannot be named, because its responsibility centre was not heard of
     */
    record Approved(List<SubmittedLine> lines, Optional<SchoolCode> withoutCentre) {
        public Approved {
            lines = List.copyOf(lines);
        }
    }
}
