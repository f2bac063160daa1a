package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.clearance.ClearanceKind;
import org.partnershipfund.portfolio.cycle.Category;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.Minimums;
import org.partnershipfund.portfolio.program.ServiceArea;

/** A category of a cycle as it lies in tables {@code category} and {@code criterion}. */
@Entity
@Table(name = "category")
class CategoryRow {

    /** Which cycle, which of its categories. */
    @Embeddable
    record Key(@Column(name = "cycle_id") UUID cycle, String code) {}

    @EmbeddedId
    private Key key;

    @Column(updatable = false)
    private int place;

    @Column(updatable = false)
    private String name;

    @Column(name = "service_areas", updatable = false)
    private String serviceAreas;

    @Column(name = "minimum_years", updatable = false)
    private int minimumYears;

    @Column(name = "minimum_days", updatable = false)
    private @Nullable Integer minimumDays;

    @Column(name = "minimum_hours", updatable = false)
    private @Nullable Integer minimumHours;

    @Column(name = "minimum_ratios", updatable = false)
    private String minimumRatios;

    @Column(updatable = false)
    private int reviewers;

    @Column(updatable = false)
    private String clearances;

    @ElementCollection
    @CollectionTable(
            name = "criterion",
            joinColumns = {
                @JoinColumn(name = "cycle_id", referencedColumnName = "cycle_id"),
                @JoinColumn(name = "category", referencedColumnName = "code")
            })
    @OrderColumn(name = "place")
    private List<CriterionCell> criteria = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CategoryRow() {}

    CategoryRow(CycleId cycle, int place, Category category) {
        key = new Key(cycle.value(), category.code());
        this.place = place;
        name = category.name();
        serviceAreas = Lists.joined(category.areas(), ServiceArea::word);
        minimumYears = category.minimums().years();
        minimumDays = category.minimums().days().orElse(null);
        minimumHours = category.minimums().hours().orElse(null);
        minimumRatios = Ratios.joined(category.minimums().ratios());
        reviewers = category.reviewers();
        clearances = Lists.joined(category.clearances(), ClearanceKind::word);
        category.criteria().stream().map(CriterionCell::of).forEach(criteria::add);
    }

    UUID cycle() {
        return key.cycle();
    }

    Category category() {
        return new Category(
                key.code(),
                name,
                Lists.split(serviceAreas, ServiceArea::of),
                new Minimums(
                        minimumYears,
                        Optional.ofNullable(minimumDays),
                        Optional.ofNullable(minimumHours),
                        Ratios.split(minimumRatios)),
                criteria.stream().map(CriterionCell::criterion).toList(),
                reviewers,
                clearances.isEmpty() ? List.of() : Lists.split(clearances, ClearanceKind::of));
    }
}
