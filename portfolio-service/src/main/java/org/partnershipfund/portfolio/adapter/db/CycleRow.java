package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.program.ServiceArea;

/** A cycle as it lies in tables {@code cycle} and {@code criterion}. */
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

    @Column(name = "closes_on", updatable = false)
    private LocalDate closesOn;

    @Column(updatable = false)
    private String categories;

    @Column(name = "minimum_years", updatable = false)
    private int minimumYears;

    @Column(name = "announced_at", updatable = false)
    private Instant announcedAt;

    @ElementCollection
    @CollectionTable(name = "criterion", joinColumns = @JoinColumn(name = "cycle_id"))
    @OrderColumn(name = "place")
    private List<CriterionCell> criteria = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CycleRow() {}

    CycleRow(Cycle cycle) {
        id = cycle.id().value();
        name = cycle.terms().name();
        fiscalYear = cycle.terms().year().endYear();
        opensOn = cycle.terms().opensOn();
        closesOn = cycle.terms().closesOn();
        categories = Lists.joined(cycle.terms().categories(), ServiceArea::word);
        minimumYears = cycle.terms().minimumYears();
        announcedAt = cycle.announcedAt();
        cycle.terms().criteria().stream().map(CriterionCell::of).forEach(criteria::add);
    }

    CycleId cycleId() {
        return new CycleId(id);
    }

    Cycle cycle() {
        return new Cycle(
                new CycleId(id),
                new Cycle.Terms(
                        name,
                        new FiscalYear(fiscalYear),
                        opensOn,
                        closesOn,
                        Lists.split(categories, ServiceArea::of),
                        criteria.stream().map(CriterionCell::criterion).toList(),
                        minimumYears),
                announcedAt);
    }
}
