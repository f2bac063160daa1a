package org.partnershipfund.approval.fund;

import java.time.Instant;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;

/**
 * What matters here of a fund that allocation-service opened.
 *
 * @param closedAt when its year was closed; nothing is chosen or decided from then on
 */
public record RememberedFund(FundId id, String name, FiscalYear year, Optional<Instant> closedAt) {

    /** A fund whose year is not over. */
    public RememberedFund(FundId id, String name, FiscalYear year) {
        this(id, name, year, Optional.empty());
    }
}
