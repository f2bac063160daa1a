package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.reconciliation.CityEntry;
import org.partnershipfund.procurement.reconciliation.Outcome;
import org.partnershipfund.procurement.reconciliation.Reconciliation;
import org.partnershipfund.procurement.reconciliation.Reconciliation.Item;
import org.partnershipfund.procurement.reconciliation.Reconciliation.Resolution;
import org.partnershipfund.procurement.reconciliation.Reconciliation.Title;
import org.partnershipfund.procurement.reconciliation.ReconciliationId;
import org.partnershipfund.procurement.reconciliation.ReconciliationRefusal.NoSuchItem;
import org.partnershipfund.procurement.reconciliation.ReconciliationRefusal.NothingToResolve;
import org.partnershipfund.procurement.reconciliation.Reconciliations;

/** Lays the ledger beside a file of the city's accounting system. */
@ApplicationScoped
public class ReconcileBooks {

    private static final int LINES_AT_ONCE = 500;

    private final Reconciliations reconciliations;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ReconcileBooks(Reconciliations reconciliations, AuditTrail audit, Ids ids, Clock clock) {
        this.reconciliations = reconciliations;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was read of a file: how many lines, and the digest of its bytes. */
    public record Read(long lines, String digest) {}

    /** A reconciliation, and whether this file made it. */
    public record Result(Reconciliation reconciliation, boolean isNew) {}

    /**
     * Reads a file line by line, matches it, and keeps what came of it; nothing is posted.
     *
     * <p>Source: docs/policy/reconciliation.md.
     *
     * @param through the last day that counts
     * @param reading reads the file and hands on every line; whatever it throws takes all of it back
     */
    @Transactional
    public Result reconcile(
            FiscalYear year, LocalDate through, String source, Person by, Function<Consumer<CityEntry>, Read> reading) {
        var id = new ReconciliationId(ids.next());
        List<CityEntry> waiting = new ArrayList<>(LINES_AT_ONCE);
        Read read = reading.apply(entry -> {
            waiting.add(entry);
            if (waiting.size() == LINES_AT_ONCE) {
                reconciliations.stage(id, waiting);
                waiting.clear();
            }
        });
        var earlier = reconciliations.of(read.digest(), year, through);
        if (earlier.isPresent()) {
            reconciliations.drop(id);
            return new Result(reconciliations.find(earlier.get()).orElseThrow(), false);
        }
        reconciliations.stage(id, waiting);
        var title = new Title(id, year, through, source, read.digest());
        reconciliations.match(title, read.lines(), by.subject(), clock.instant(), clock.getZone());
        var made = reconciliations.find(id).orElseThrow();
        audit.record(new Change("BooksReconciled", id.toString(), null, made));
        return new Result(made, true);
    }

    /**
     * Says why a difference is none, or what becomes of it.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if there is no such item, or it matched
     */
    @Transactional(TxType.REQUIRED)
    public Versioned<Item> resolve(ReconciliationId id, int place, long seen, String reason, Person by) {
        var read = reconciliations
                .hold(id, place)
                .orElseThrow(() -> new RefusedException(new NoSuchItem(id.value(), place)))
                .expecting(id, seen);
        if (read.value().outcome() == Outcome.MATCHED) {
            throw new RefusedException(new NothingToResolve(place));
        }
        Instant at = clock.instant();
        long _ = reconciliations.resolve(id, place, new Resolution(reason, by.subject(), at), read.version());
        var now = reconciliations.item(id, place).orElseThrow();
        audit.record(new Change("DifferenceResolved", id + "/" + place, read.value(), now.value()));
        return now;
    }
}
