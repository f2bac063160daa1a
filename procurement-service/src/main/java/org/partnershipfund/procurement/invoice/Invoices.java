package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.invoice.Submission.Earlier;

/** All invoices. */
public interface Invoices {

    /** The invoice, to look at. */
    Optional<Versioned<Invoice>> find(InvoiceId id);

    /** The invoice, held until the end of the transaction. */
    Optional<Versioned<Invoice>> hold(InvoiceId id);

    /** Whether the partner used the number already; nobody else uses it until the end of the transaction. */
    boolean isUsed(UUID partner, String number);

    /** Whether the city's number stands at a payment already; nobody else uses it until the end of the transaction. */
    boolean isPaidBy(String reference);

    /** Whether the partner's credit note is recorded; nobody else uses the number until the end of the transaction. */
    boolean isCredited(UUID partner, String number);

    /** What invoices claim of each school's share under a contract. */
    Map<SchoolCode, Money> asked(ContractId contract);

    /** What invoices that are neither rejected nor settled still claim of each school under a contract and is not paid. */
    Map<SchoolCode, Money> inFlight(ContractId contract);

    /** The lines under a contract that claim something, oldest first. */
    List<Earlier> invoiced(ContractId contract);

    /** How the ageing is cut. Source: docs/policy/invoices.md §7. */
    List<Band> bands();

    /** What waits for how long: by state and age, nothing of what is settled or was rejected. */
    List<Aged> ageing(LocalDate today, ZoneId zone, Optional<UUID> fund, Optional<UUID> partner);

    /** Invoices by id. */
    List<Versioned<Invoice>> list(Filter filter, Sight sight, Optional<InvoiceId> after, int limit);

    /**
     * Stores a new one.
     *
     * @return its version, the first
     */
    long add(Invoice invoice, UUID fund);

    /**
     * Stores what became of an invoice.
     *
     * @param read as it was read: payments and credit notes that it had already are not stored again
     * @return the version it has now
     * @throws org.partnershipfund.kernel.StaleStateException if the stored version is another by now
     */
    long store(Invoice next, UUID fund, Versioned<Invoice> read);

    /** Which invoices are asked for. */
    record Filter(
            Optional<UUID> contract,
            Optional<UUID> partner,
            Optional<SchoolCode> school,
            Optional<String> state,
            Optional<Instant> modifiedAfter) {}

    /**
     * Days since submission, both included.
     *
     * @param untilDays null: without end
     */
    record Band(int fromDays, @Nullable Integer untilDays) {}

    /**
     * Invoices of one state and age.
     *
     * @param open what they claim and is not paid
     * @param longest since when the one that waits longest lies on its desk
     */
    record Aged(String state, Band band, long invoices, Money open, Instant longest) {}
}
