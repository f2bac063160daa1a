package org.partnershipfund.procurement.reservation;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;

/** What the ledger said to one school's part of a revision; said again, it is the same. */
public sealed interface RevisionAnswer {

    UUID revision();

    FundId fund();

    SchoolCode school();

    Money amount();

    Instant at();

    /** The money was free and is off the line. */
    record TakenOff(UUID revision, FundId fund, SchoolCode school, Money amount, Instant at)
            implements RevisionAnswer {}

    /** The money is committed, or the line is voted. */
    record Kept(UUID revision, FundId fund, SchoolCode school, Money amount, Money available, String reason, Instant at)
            implements RevisionAnswer {}

    /** The line was planned with more. */
    record Raised(UUID revision, FundId fund, SchoolCode school, Money amount, Instant at) implements RevisionAnswer {}
}
