package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerKind;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.TaxId;

/** A partner without its members as it lies in table {@code partner}. */
@Entity
@Table(name = "partner")
class PartnerRow {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String name;

    @Column(updatable = false)
    private String kind;

    @Column(name = "contact_email")
    private @Nullable String contactEmail;

    @Column(name = "tax_id")
    private @Nullable String taxId;

    @Column(name = "registered_at", updatable = false)
    private Instant registeredAt;

    @Column(name = "modified_at")
    private Instant modifiedAt;

    @Version
    private long version = 1;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PartnerRow() {}

    PartnerRow(Partner partner) {
        id = partner.id().value();
        name = partner.name();
        kind = partner.kind().word();
        contactEmail = partner.contactEmail().orElse(null);
        taxId = partner.taxId().map(TaxId::digits).orElse(null);
        registeredAt = partner.registeredAt();
        modifiedAt = partner.modifiedAt();
    }

    /** Its members and its contact change, and with them this instant. */
    void take(Partner partner) {
        contactEmail = partner.contactEmail().orElse(null);
        taxId = partner.taxId().map(TaxId::digits).orElse(null);
        modifiedAt = partner.modifiedAt();
    }

    long version() {
        return version;
    }

    PartnerId partnerId() {
        return new PartnerId(id);
    }

    Partner.Title title() {
        return new Partner.Title(new PartnerId(id), name, PartnerKind.of(kind));
    }

    Versioned<Partner> versioned(List<Person> members) {
        return new Versioned<>(
                new Partner(
                        new PartnerId(id),
                        name,
                        PartnerKind.of(kind),
                        Optional.ofNullable(contactEmail),
                        Optional.ofNullable(taxId).map(TaxId::new),
                        members,
                        registeredAt,
                        modifiedAt),
                version);
    }
}
