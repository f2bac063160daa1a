package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.clearance.Clearance;
import org.partnershipfund.portfolio.clearance.ClearanceId;
import org.partnershipfund.portfolio.clearance.ClearanceKind;
import org.partnershipfund.portfolio.clearance.ClearanceStatus;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Person;

/** A clearance as it lies in table {@code clearance}. */
@Entity
@Table(name = "clearance")
class ClearanceRow {

    @Id
    private UUID id;

    @Column(name = "partner_id", updatable = false)
    private UUID partnerId;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private String status;

    @Column(name = "expires_on", updatable = false)
    private @Nullable LocalDate expiresOn;

    @Column(updatable = false)
    private String issuer;

    @Column(updatable = false)
    private String subject;

    @Column(updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ClearanceRow() {}

    ClearanceRow(Clearance clearance) {
        id = clearance.id().value();
        partnerId = clearance.partner().value();
        kind = clearance.kind().word();
        status = clearance.status().word();
        expiresOn = clearance.expiresOn().orElse(null);
        issuer = clearance.by().issuer();
        subject = clearance.by().subject();
        at = clearance.at();
    }

    Clearance clearance() {
        return new Clearance(
                new ClearanceId(id),
                new PartnerId(partnerId),
                ClearanceKind.of(kind),
                ClearanceStatus.of(status),
                Optional.ofNullable(expiresOn),
                new Person(issuer, subject),
                at);
    }
}
