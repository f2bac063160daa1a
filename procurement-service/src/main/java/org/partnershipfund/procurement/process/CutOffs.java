package org.partnershipfund.procurement.process;

import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.ledger.FundId;

/** From which day on offers are asked for in a fund, so that the schools that chose in time are bought for together. */
public interface CutOffs {

    /** The fund's day, if the district set one. */
    Optional<LocalDate> of(FundId fund);

    /** The same with its version, held until the end of the transaction; version 0 while none is set. */
    Versioned<Optional<LocalDate>> hold(FundId fund);

    /** The same without holding it. */
    Versioned<Optional<LocalDate>> read(FundId fund);

    /**
     * Sets the fund's day in the place of the version that was read; what was asked for before stays.
     *
     * @return the version it has now
     */
    long set(FundId fund, LocalDate from, long readVersion);
}
