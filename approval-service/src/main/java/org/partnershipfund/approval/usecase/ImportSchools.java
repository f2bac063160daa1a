package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.partnershipfund.approval.support.KnownSchools;
import org.partnershipfund.kernel.AuditTrail;

/** Adds the district's schools of a file, eligible or not, or corrects their names. */
@ApplicationScoped
public class ImportSchools {

    private final KnownSchools schools;
    private final AuditTrail audit;
    private final Clock clock;

    ImportSchools(KnownSchools schools, AuditTrail audit, Clock clock) {
        this.schools = schools;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps all of them.
     *
     * @param digest SHA-256 of the file's bytes, for the audit
     */
    @Transactional
    public void importAll(List<KnownSchools.Named> file, String digest) {
        schools.keep(file, clock.instant());
        audit.record(new AuditTrail.Change("SchoolsImported", digest, null, new Imported(file.size(), digest)));
    }

    private record Imported(int schools, String digest) {}
}
