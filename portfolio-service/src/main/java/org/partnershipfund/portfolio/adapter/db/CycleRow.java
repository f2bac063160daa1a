package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.cycle.Category;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.CycleId;

/** A cycle without its categories as it lies in table {@code cycle}. */
@Entity
@Table(name = "cycle")
class CycleRow {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String name;

    @Column(name = "fiscal_year", updatable = false)
    private int fiscalYear;

    @Column(name = "opens_on", updatable = false)
    private LocalDate opensOn;

    @Column(name = "intent_by", updatable = false)
    private @Nullable LocalDate intentBy;

    @Column(name = "closes_on", updatable = false)
    private LocalDate closesOn;

    @Column(name = "announced_at", updatable = false)
    private Instant announcedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CycleRow() {}

    CycleRow(Cycle cycle) {
        id = cycle.id().value();
        name = cycle.terms().name();
        fiscalYear = cycle.terms().year().endYear();
        opensOn = cycle.terms().opensOn();
        intentBy = cycle.terms().intentBy().orElse(null);
        closesOn = cycle.terms().closesOn();
        announcedAt = cycle.announcedAt();
    }

    UUID id() {
        return id;
    }

    Cycle cycle(List<Category> categories) {
        return new Cycle(
                new CycleId(id),
                new Cycle.Terms(
                        name, new FiscalYear(fiscalYear), opensOn, Optional.ofNullable(intentBy), closesOn, categories),
                announcedAt);
    }
}
