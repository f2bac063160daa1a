package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A step that is open, as queries about selections see table {@code open_step}; {@link OpenStepsOfSelections} writes it. */
@Entity
@Immutable
@Table(name = "open_step")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class OpenStepRow {

    @EmbeddedId
    Key id;

    /** Which step of which selection. */
    @Embeddable
    record Key(@Column(name = "selection_id") UUID selectionId, String step) implements Serializable {}
}
