package org.partnershipfund.procurement.disclosure;

import java.time.Instant;
import java.util.Map;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.ProcessId;

/**
 * What reports know a process by.
 *
 * @param reached when each milestone was reached first
 */
public record Facts(
        ProcessId process,
        FundId fund,
        FiscalYear year,
        String route,
        String method,
        String serviceArea,
        Map<Milestone, Instant> reached) {

    public Facts {
        reached = Map.copyOf(reached);
    }
}
