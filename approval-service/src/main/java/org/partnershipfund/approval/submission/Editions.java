package org.partnershipfund.approval.submission;

import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.SchoolCode;

/** Every edition of every fund; only added to. */
public interface Editions {

    /** The fund's editions, oldest first, held until the end of the transaction: one is made at a time. */
    List<Edition> hold(FundId fund);

    /** The fund's editions, oldest first. */
    List<Edition> of(FundId fund);

    /** Adds an edition. */
    void add(Edition edition);

    /** Adds the answer that the edition has. */
    void answer(Edition edition);

    /**
     * The lines of all that is approved or reserved of the fund, also of what stands while it is amended, by school code,
     * selection and place.
     */
    List<SubmittedLine> approved(FundId fund);

    /** A school of the fund with approved selections whose responsibility centre was not heard of. */
    Optional<SchoolCode> withoutCentre(FundId fund);
}
