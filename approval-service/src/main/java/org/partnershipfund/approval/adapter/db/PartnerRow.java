package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A partner organisation as it lies in table {@code remembered_partner}. */
@Entity
@Table(name = "remembered_partner")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PartnerRow {

    @Id
    UUID id;

    String name;
}
