package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.portfolio.catalogue.School;
import org.partnershipfund.portfolio.catalogue.Schools;

/** Adds the schools of a file to the catalogue, or corrects them. */
@ApplicationScoped
public class ImportSchools {

    private final Schools schools;
    private final AuditTrail audit;
    private final Clock clock;

    ImportSchools(Schools schools, AuditTrail audit, Clock clock) {
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
    public void importAll(List<School> file, String digest) {
        schools.keep(file, clock.instant());
        audit.record(new AuditTrail.Change("SchoolsImported", digest, null, new Imported(file.size(), digest)));
    }

    private record Imported(int schools, String digest) {}
}
