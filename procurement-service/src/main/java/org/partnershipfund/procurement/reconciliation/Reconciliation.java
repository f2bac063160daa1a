package org.partnershipfund.procurement.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What came of one file.
 *
 * <p>Source: docs/policy/reconciliation.md.
 *
 * @param lines of the file
 * @param totals by kind and outcome
 */
public record Reconciliation(Title title, long lines, String importedBy, Instant importedAt, List<Total> totals) {

    public Reconciliation {
        totals = List.copyOf(totals);
    }

    /**
     * Which file it is.
     *
     * @param through the last day that counts
     * @param digest SHA-256 of the bytes as they came
     */
    public record Title(ReconciliationId id, FiscalYear year, LocalDate through, String source, String digest) {}

    /**
     * Items of one kind and outcome, added up.
     *
     * @param open how many are neither matched nor resolved
     */
    public record Total(Kind kind, Outcome outcome, long items, long open, Money here, Money there) {}

    /**
     * One reference on one account string.
     *
     * @param school whose line has the account string; null if none
     * @param here what the ledger has; null: nothing
     * @param there what the city has; null: nothing
     */
    public record Item(
            int place,
            String chart,
            @Nullable SchoolCode school,
            Kind kind,
            String reference,
            @Nullable Money here,
            @Nullable Money there,
            @Nullable LocalDate hereOn,
            @Nullable LocalDate thereOn,
            Outcome outcome,
            @Nullable Resolution resolution) {}

    /** Why a difference is none, or what becomes of it. */
    public record Resolution(String reason, String by, Instant at) {}
}
