package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.TractRefusal.TractNameTaken;
import org.partnershipfund.allocation.opportunityindex.TractSet;
import org.partnershipfund.allocation.opportunityindex.TractSetId;
import org.partnershipfund.allocation.opportunityindex.TractSets;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;

/** Keeps what is known of the district's census tracts, under a name and with its source. */
@ApplicationScoped
public class ImportTracts {

    private final TractSets sets;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ImportTracts(TractSets sets, AuditTrail audit, Ids ids, Clock clock) {
        this.sets = sets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What an importer says about the file, and its SHA-256; see {@link TractSet.Title}. */
    public record Label(String name, String source, LocalDate asOf, List<String> factors, String digest) {}

    /**
     * Imports a set.
     *
     * @param values per tract, one per factor; at least one tract
     * @throws RefusedException if the name is taken
     */
    @Transactional
    public TractSet importAll(Label label, SortedMap<String, List<@Nullable Long>> values) {
        sets.holdNames();
        sets.findByName(label.name()).ifPresent(existing -> {
            throw new RefusedException(new TractNameTaken(label.name(), existing.id()));
        });
        var set = new TractSet(
                new TractSet.Title(
                        new TractSetId(ids.next()),
                        label.name(),
                        label.source(),
                        label.asOf(),
                        label.factors(),
                        label.digest(),
                        clock.instant()),
                values);
        sets.add(set);
        audit.record(new AuditTrail.Change(
                "TractsImported", set.title().id().value().toString(), null, new Imported(set.title(), values.size())));
        return set;
    }

    private record Imported(TractSet.Title title, int tracts) {}
}
