package org.partnershipfund.allocation.scenario;

import java.time.Instant;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.FiscalYear;

/** Everything of a scenario that others must know. */
public sealed interface ScenarioEvent extends DomainEvent {

    /** procurement-service opens the school's restricted budget line and plans the amount, which is more than nothing. */
    record AllocationPublished(FundId fund, ScenarioId scenario, FiscalYear year, Allocation allocation, Instant at)
            implements ScenarioEvent {}
}
