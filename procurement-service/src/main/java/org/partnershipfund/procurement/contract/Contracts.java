package org.partnershipfund.procurement.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.process.ProcessId;

/** All contracts. */
public interface Contracts {

    /** The contract, to look at. */
    Optional<Versioned<Contract>> find(ContractId id);

    /** The contract, held until the end of the transaction. */
    Optional<Versioned<Contract>> hold(ContractId id);

    /** The contract of a process, if it is drafted. */
    Optional<ContractId> of(ProcessId process);

    /** Contracts by id. */
    List<Versioned<Contract>> list(Filter filter, Sight sight, Optional<ContractId> after, int limit);

    /**
     * Stores the successor of the version that was read; 0 for a new one.
     *
     * @return the version it has now
     * @throws org.partnershipfund.kernel.StaleStateException if the stored version is another by now
     */
    long store(Contract contract, long readVersion);

    /** The next number of a requisition and purchase order. */
    long nextNumber();

    /** Which contracts are asked for. */
    record Filter(
            Optional<UUID> fund,
            Optional<UUID> partner,
            Optional<SchoolCode> school,
            Optional<String> state,
            Optional<Instant> modifiedAfter) {}
}
