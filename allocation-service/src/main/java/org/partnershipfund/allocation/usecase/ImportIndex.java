package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.SortedMap;
import org.partnershipfund.allocation.opportunityindex.IndexRefusal.IndexNameTaken;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexSets;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.opportunityindex.Provenance;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Keeps an Opportunity Index that was computed elsewhere, under a name and with its provenance. */
@ApplicationScoped
public class ImportIndex {

    private final IndexSets sets;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ImportIndex(IndexSets sets, AuditTrail audit, Ids ids, Clock clock) {
        this.sets = sets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Imports a set.
     *
     * @param values of known schools; at least one
     * @param digest SHA-256 of the file's bytes, for the audit
     * @throws RefusedException if the name is taken
     */
    @Transactional
    public IndexSet importAll(
            String name, Provenance provenance, SortedMap<SchoolCode, IndexValue> values, String digest) {
        sets.holdNames();
        sets.findByName(name).ifPresent(existing -> {
            throw new RefusedException(new IndexNameTaken(name, existing.id()));
        });
        var set =
                new IndexSet(new IndexSet.Title(new IndexSetId(ids.next()), name, provenance, clock.instant()), values);
        sets.add(set);
        audit.record(new AuditTrail.Change(
                "IndexImported",
                set.title().id().value().toString(),
                null,
                new Imported(set.title(), values.size(), digest)));
        return set;
    }

    private record Imported(IndexSet.Title title, int schools, String digest) {}
}
