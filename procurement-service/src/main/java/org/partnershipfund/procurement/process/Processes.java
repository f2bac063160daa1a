package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Versioned;

/** All contracting processes. */
public interface Processes {

    /** The process, to look at. */
    Optional<Versioned<ContractingProcess>> find(ProcessId id);

    /** The process, held until the end of the transaction. */
    Optional<Versioned<ContractingProcess>> hold(ProcessId id);

    /** All of a fiscal year; nobody else opens one of that year until the end of the transaction. */
    List<ContractingProcess> holdYear(FiscalYear year);

    /** Processes by id. */
    List<Versioned<ContractingProcess>> list(Filter filter, Optional<ProcessId> after, int limit);

    /**
     * Stores the successor of the version that was read; 0 for a new one.
     *
     * @return the version it has now
     * @throws org.partnershipfund.kernel.StaleStateException if the stored version is another by now
     */
    long store(ContractingProcess process, long readVersion);

    /** Says that its lines changed, so that nobody decides on what they have not seen. */
    void touch(ProcessId id);

    /** Which processes are asked for. */
    record Filter(
            Optional<UUID> fund, Optional<UUID> program, Optional<String> state, Optional<Instant> modifiedAfter) {}
}
