package org.partnershipfund.procurement.spending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.disclosure.Milestone;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.ProcessId;

/** What reports are computed from: the ledger's transfers under contracts, and the milestones of processes. */
public interface Spending {

    /**
     * Which money is asked about.
     *
     * @param asOf only what was posted or reached by then
     */
    record Slice(Instant asOf, Optional<FundId> fund, Optional<FiscalYear> year) {}

    /**
     * What one school owes and has paid one partner under one process.
     *
     * @param contracted what contracts hold or have been paid, less what was released or credited
     * @param paid what has left the line, less what was credited
     */
    record Fact(
            SchoolCode school,
            String schoolName,
            UUID partner,
            String partnerName,
            String serviceArea,
            String method,
            String route,
            FundId fund,
            String fundName,
            FiscalYear year,
            ProcessId process,
            Money contracted,
            Money paid) {}

    /** When a process first reached a milestone. */
    record Reached(ProcessId process, Milestone milestone, Instant at) {}

    /** By school, partner and process. */
    List<Fact> facts(Slice slice);

    /** By process, in order of time. */
    List<Reached> reached(Slice slice);
}
