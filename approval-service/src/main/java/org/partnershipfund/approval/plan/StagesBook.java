package org.partnershipfund.approval.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.StaleStateException;

/** The stages of every fund, version by version; nothing in it ever changes. */
public interface StagesBook {

    /** The recorded version that holds for submissions of that day: of those that have begun the one with the highest number. */
    Optional<Stages> on(FundId fund, LocalDate day);

    /** Recorded versions in the order of their numbers. */
    List<Stages> versions(FundId fund, int afterNumber, int limit);

    /** The number of the newest version; {@link Stages#DEFAULT} if none is recorded. */
    int newest(FundId fund);

    /**
     * Adds a version.
     *
     * @throws StaleStateException if another one took its number meanwhile
     */
    void add(Stages stages);
}
