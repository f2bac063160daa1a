package org.partnershipfund.procurement.process;

import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.procurement.ledger.FundId;

/** From which day on offers are asked for in a fund, so that the schools that chose in time are bought for together. */
public interface CutOffs {

    /** The fund's day, if the district set one. */
    Optional<LocalDate> of(FundId fund);

    /** Sets the fund's day; what was asked for before stays. */
    void set(FundId fund, LocalDate from);
}
