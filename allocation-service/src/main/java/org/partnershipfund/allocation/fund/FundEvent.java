package org.partnershipfund.allocation.fund;

import java.time.Instant;
import java.util.List;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Everything that can happen to a fund. */
public sealed interface FundEvent extends DomainEvent {

    FundId fund();

    /** procurement-service learns the fixed parts of the budget lines to come. */
    record FundOpened(FundId fund, Fund.Terms terms, Instant at) implements FundEvent {}

    /** procurement-service turns planned amounts into appropriated ones. */
    record FundAppropriated(FundId fund, FiscalYear year, Fund.Adoption adoption, List<Line> lines, Instant at)
            implements FundEvent {
        public FundAppropriated {
            lines = List.copyOf(lines);
        }

        /** What one school's line is appropriated; more than nothing. */
        public record Line(SchoolCode school, Money amount) {}
    }

    /** procurement-service lets lapse what no contract claims. */
    record FundClosed(FundId fund, FiscalYear year, Instant at) implements FundEvent {}
}
