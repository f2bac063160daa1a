package org.partnershipfund.procurement.reservation;

import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;

/** What was answered to revisions of allocations. */
public interface Revisions {

    /** The answer about one school, if there was one. */
    Optional<RevisionAnswer> find(UUID revision, SchoolCode school);

    /** Keeps an answer for ever. */
    void add(RevisionAnswer answer);

    /** Whether money of this fund was taken off a line and has not reached the other school's line yet. */
    boolean isUnderway(FundId fund);
}
