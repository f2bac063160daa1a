package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FileType;
import org.partnershipfund.portfolio.evidence.Evidence;
import org.partnershipfund.portfolio.evidence.EvidenceId;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.vetting.ApplicationId;

/** What is known of a file as it lies in table {@code evidence}. */
@Entity
@Table(name = "evidence")
class EvidenceRow {

    @Id
    private UUID id;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    @Column(name = "file_name", updatable = false)
    private String fileName;

    @Column(updatable = false)
    private String type;

    @Column(updatable = false)
    private long bytes;

    @Column(updatable = false)
    private String sha256;

    @Column(updatable = false)
    private @Nullable String criterion;

    @Column(updatable = false)
    private String issuer;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected EvidenceRow() {}

    EvidenceRow(Evidence evidence) {
        id = evidence.id().value();
        applicationId = evidence.application().value();
        fileName = evidence.fileName();
        type = evidence.type().word();
        bytes = evidence.bytes();
        sha256 = evidence.sha256();
        criterion = evidence.criterion().orElse(null);
        issuer = evidence.by().issuer();
        subject = evidence.by().subject();
        at = evidence.at();
    }

    Evidence evidence() {
        return new Evidence(
                new EvidenceId(id),
                new ApplicationId(applicationId),
                fileName,
                FileType.of(type),
                bytes,
                sha256,
                Optional.ofNullable(criterion),
                new Person(issuer, subject),
                at);
    }
}
