package org.partnershipfund.procurement.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.reconciliation.Reconciliation.Item;
import org.partnershipfund.procurement.reconciliation.Reconciliation.Resolution;
import org.partnershipfund.procurement.reconciliation.Reconciliation.Title;

/** All reconciliations. */
public interface Reconciliations {

    /** Puts lines of a file aside until it is matched or dropped. */
    void stage(ReconciliationId id, List<CityEntry> entries);

    /** Forgets what was put aside. */
    void drop(ReconciliationId id);

    /** The reconciliation of this file, year and day; nobody else makes one until the end of the transaction. */
    Optional<ReconciliationId> of(String digest, FiscalYear year, LocalDate through);

    /** Compares what was put aside with the ledger, keeps the items and forgets the lines. */
    void match(Title title, long lines, String importedBy, Instant at, ZoneId zone);

    /** The reconciliation with its totals. */
    Optional<Reconciliation> find(ReconciliationId id);

    /** Reconciliations by id, which follows the time of import. */
    List<Reconciliation> list(Optional<ReconciliationId> after, Optional<Instant> modifiedAfter, int limit);

    /** Items by place. */
    List<Versioned<Item>> items(ReconciliationId id, Filter filter, int after, int limit);

    /** One item, held until the end of the transaction. */
    Optional<Versioned<Item>> hold(ReconciliationId id, int place);

    /** One item, to look at. */
    Optional<Versioned<Item>> item(ReconciliationId id, int place);

    /** Keeps why a difference is none. */
    long resolve(ReconciliationId id, int place, Resolution resolution, long readVersion);

    /**
     * Which items are asked for.
     *
     * @param open true: only differences without a reason; false: all others
     */
    record Filter(Optional<Outcome> outcome, Optional<Kind> kind, Optional<Boolean> open) {}
}
