package org.partnershipfund.portfolio.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.portfolio.evidence.AllEvidence;
import org.partnershipfund.portfolio.evidence.Evidence;
import org.partnershipfund.portfolio.evidence.EvidenceId;
import org.partnershipfund.portfolio.vetting.ApplicationId;

/** What is known of files, in table {@code evidence}. */
@ApplicationScoped
class PanacheEvidence implements AllEvidence {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<EvidenceRow, UUID> {}

    private final Rows rows;

    PanacheEvidence(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Evidence> find(EvidenceId id) {
        return rows.findByIdOptional(id.value()).map(EvidenceRow::evidence);
    }

    @Override
    public List<Evidence> of(ApplicationId application) {
        return rows.list("applicationId = ?1 order by id", application.value()).stream()
                .map(EvidenceRow::evidence)
                .toList();
    }

    @Override
    public void add(Evidence evidence) {
        rows.persist(new EvidenceRow(evidence));
        rows.flush();
    }
}
