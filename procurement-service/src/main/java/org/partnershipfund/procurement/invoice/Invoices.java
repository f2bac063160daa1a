package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Sight;

/** All invoices. */
public interface Invoices {

    /** The invoice, to look at. */
    Optional<Versioned<Invoice>> find(InvoiceId id);

    /** The invoice, held until the end of the transaction. */
    Optional<Versioned<Invoice>> hold(InvoiceId id);

    /** Whether the partner used the number already; nobody else uses it until the end of the transaction. */
    boolean isUsed(UUID partner, String number);

    /** What was asked of each school under a contract by invoices that were not rejected. */
    Map<SchoolCode, Money> asked(ContractId contract);

    /** What is asked of each school under a contract by invoices that are neither rejected nor paid. */
    Map<SchoolCode, Money> inFlight(ContractId contract);

    /** Invoices by id. */
    List<Versioned<Invoice>> list(Filter filter, Sight sight, Optional<InvoiceId> after, int limit);

    /**
     * Stores the successor of the version that was read; 0 for a new one.
     *
     * @return the version it has now
     * @throws org.partnershipfund.kernel.StaleStateException if the stored version is another by now
     */
    long store(Invoice invoice, UUID fund, long readVersion);

    /** Which invoices are asked for. */
    record Filter(
            Optional<UUID> contract,
            Optional<SchoolCode> school,
            Optional<String> state,
            Optional<Instant> modifiedAfter) {}
}
