package org.partnershipfund.allocation.adapter.db;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.formula.AllocationFormula;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.IndexWeightedPerPupil;
import org.partnershipfund.allocation.formula.Apportionment.Totals;
import org.partnershipfund.allocation.formula.Eligibility;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.Scenario.Computed;
import org.partnershipfund.allocation.scenario.Scenario.Published;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Versioned;

/** A scenario without its allocations as it lies in table {@code scenario}. */
@Entity
@Table(name = "scenario")
class ScenarioRow {

    @Id
    private UUID id;

    @Column(name = "fund_id", updatable = false)
    private UUID fundId;

    @Column(name = "fiscal_year", updatable = false)
    private int fiscalYear;

    @Column(updatable = false)
    private String name;

    private String state;

    @Column(name = "pool_cents", updatable = false)
    private long poolCents;

    @Column(updatable = false)
    private String eligibility;

    @Column(name = "eligibility_schools", updatable = false)
    private @Nullable Integer eligibilitySchools;

    @Column(name = "eligibility_millionths", updatable = false)
    private @Nullable Integer eligibilityMillionths;

    @Column(updatable = false)
    private String formula;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "index_set_id", updatable = false)
    private IndexSetRow index;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "snapshot_id", updatable = false)
    private SnapshotRow snapshot;

    @Column(name = "computed_at", updatable = false)
    private Instant computedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "schools_ranked", updatable = false)
    private int schoolsRanked;

    @Column(name = "schools_funded", updatable = false)
    private int schoolsFunded;

    @Column(name = "pupils_funded", updatable = false)
    private long pupilsFunded;

    @Column(name = "weight_funded", updatable = false)
    private long weightFunded;

    @Column(name = "left_over_cents", updatable = false)
    private long leftOverCents;

    @Column(name = "last_millionths", updatable = false)
    private int lastMillionths;

    @Version
    private long version = 1;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ScenarioRow() {}

    @SuppressWarnings("NullAway.Init") // takeRules and take fill the rest
    ScenarioRow(Scenario scenario, IndexSetRow index, SnapshotRow snapshot) {
        Scenario.Title title = scenario.title();
        id = title.id().value();
        fundId = title.fund().value();
        fiscalYear = title.year().endYear();
        name = title.name();
        this.index = index;
        this.snapshot = snapshot;
        computedAt = title.computedAt();
        takeRules(title.rules());
        takeTotals(scenario.summary().totals());
        take(scenario);
    }

    final void take(Scenario scenario) {
        switch (scenario) {
            case Computed _ -> state = "computed";
            case Published published -> {
                state = "published";
                publishedAt = published.publishedAt();
            }
        }
    }

    private void takeRules(Rules rules) {
        poolCents = rules.pool().cents();
        switch (rules.eligibility()) {
            case TopN(int schools) -> {
                eligibility = "top";
                eligibilitySchools = schools;
            }
            case Threshold(IndexValue atLeast) -> {
                eligibility = "threshold";
                eligibilityMillionths = atLeast.millionths();
            }
        }
        formula = switch (rules.formula()) {
            case FlatPerPupil() -> "flat-per-pupil";
            case IndexWeightedPerPupil() -> "index-weighted-per-pupil";
        };
    }

    private void takeTotals(Totals totals) {
        schoolsRanked = totals.ranked();
        schoolsFunded = totals.funded();
        pupilsFunded = totals.pupils();
        weightFunded = totals.weight();
        leftOverCents = totals.leftOverCents();
        lastMillionths = totals.lastIndex().millionths();
    }

    long version() {
        return version;
    }

    Versioned<Scenario> versioned(List<Allocation> allocations) {
        return new Versioned<>(scenario(allocations), version);
    }

    Versioned<Scenario.Summary> versionedSummary() {
        return new Versioned<>(summary(), version);
    }

    Scenario.Summary summary() {
        return new Scenario.Summary(
                title(),
                new Totals(
                        schoolsRanked,
                        schoolsFunded,
                        pupilsFunded,
                        weightFunded,
                        leftOverCents,
                        new IndexValue(lastMillionths)),
                Optional.ofNullable(publishedAt));
    }

    private Scenario scenario(List<Allocation> allocations) {
        Computed computed = new Computed(title(), allocations);
        return switch (state) {
            case "computed" -> computed;
            case "published" -> new Published(computed, requireNonNull(publishedAt));
            case String unknown -> throw new IllegalStateException("scenario %s has state %s".formatted(id, unknown));
        };
    }

    private Scenario.Title title() {
        return new Scenario.Title(
                new ScenarioId(id),
                name,
                new FundId(fundId),
                new FiscalYear(fiscalYear),
                new Rules(new Money(poolCents), eligibility(), formula()),
                index.title(),
                snapshot.title(),
                computedAt);
    }

    private Eligibility eligibility() {
        return switch (eligibility) {
            case "top" -> new TopN(requireNonNull(eligibilitySchools));
            case "threshold" -> new Threshold(new IndexValue(requireNonNull(eligibilityMillionths)));
            case String unknown -> throw new IllegalStateException("scenario %s serves %s".formatted(id, unknown));
        };
    }

    private AllocationFormula formula() {
        return switch (formula) {
            case "flat-per-pupil" -> new FlatPerPupil();
            case "index-weighted-per-pupil" -> new IndexWeightedPerPupil();
            case String unknown -> throw new IllegalStateException("scenario %s uses %s".formatted(id, unknown));
        };
    }
}
