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
import org.partnershipfund.allocation.adapter.RulesJson;
import org.partnershipfund.allocation.formula.Apportionment.Cost;
import org.partnershipfund.allocation.formula.Apportionment.Group;
import org.partnershipfund.allocation.formula.Apportionment.Sharing;
import org.partnershipfund.allocation.formula.Apportionment.Totals;
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

    private String name;

    private String state;
    private int run;

    @Column(name = "pool_cents")
    private long poolCents;

    private String rules;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "index_set_id")
    private IndexSetRow index;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "snapshot_id")
    private SnapshotRow snapshot;

    @Column(name = "computed_at")
    private Instant computedAt;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "schools_ranked")
    private int schoolsRanked;

    @Column(name = "pupils_ranked")
    private long pupilsRanked;

    @Column(name = "schools_eligible")
    private int schoolsEligible;

    @Column(name = "pupils_eligible")
    private long pupilsEligible;

    @Column(name = "pupils_without_last")
    private long pupilsWithoutLast;

    @Column(name = "last_millionths")
    private int lastMillionths;

    @Column(name = "sharing_schools")
    private int sharingSchools;

    @Column(name = "sharing_cents")
    private long sharingCents;

    @Column(name = "sharing_weight")
    private long sharingWeight;

    @Column(name = "sharing_left_over")
    private long sharingLeftOver;

    @Column(name = "sharing_smallest_remainder")
    private long sharingSmallestRemainder;

    @Column(name = "at_floor_schools")
    private int atFloorSchools;

    @Column(name = "at_floor_cents")
    private long atFloorCents;

    @Column(name = "at_cap_schools")
    private int atCapSchools;

    @Column(name = "at_cap_cents")
    private long atCapCents;

    @Column(name = "guaranteed_schools")
    private int guaranteedSchools;

    @Column(name = "guaranteed_cents")
    private long guaranteedCents;

    @Column(name = "schools_held_harmless")
    private int schoolsHeldHarmless;

    @Column(name = "guarantees_cost_cents")
    private long guaranteesCostCents;

    @Column(name = "schools_gaining")
    private int schoolsGaining;

    @Column(name = "moved_by_rounding_cents")
    private long movedByRoundingCents;

    @Column(name = "schools_rounded_up")
    private int schoolsRoundedUp;

    @Column(name = "schools_paying")
    private int schoolsPaying;

    @Version
    private long version = 1;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ScenarioRow() {}

    @SuppressWarnings("NullAway.Init") // compute fills the rest
    ScenarioRow(Computed scenario, IndexSetRow index, SnapshotRow snapshot) {
        Scenario.Title title = scenario.title();
        id = title.id().value();
        fundId = title.fund().value();
        fiscalYear = title.year().endYear();
        compute(scenario, index, snapshot);
    }

    /** What went in and what came out, for the first time or anew. */
    final void compute(Computed scenario, IndexSetRow index, SnapshotRow snapshot) {
        Scenario.Title title = scenario.title();
        state = "computed";
        run++;
        name = title.name();
        poolCents = title.rules().pool().cents();
        rules = RulesJson.of(title.rules()).written();
        this.index = index;
        this.snapshot = snapshot;
        computedAt = title.computedAt();
        takeTotals(scenario.summary().totals());
    }

    final void publish(Published scenario) {
        state = "published";
        publishedAt = scenario.publishedAt();
    }

    private void takeTotals(Totals totals) {
        schoolsRanked = totals.ranked();
        pupilsRanked = totals.pupilsRanked();
        schoolsEligible = totals.eligible();
        pupilsEligible = totals.pupils();
        pupilsWithoutLast = totals.pupilsWithoutLast();
        lastMillionths = totals.lastIndex().millionths();
        sharingSchools = totals.sharing().schools();
        sharingCents = totals.sharing().amount().cents();
        sharingWeight = totals.sharing().weight();
        sharingLeftOver = totals.sharing().leftOver();
        sharingSmallestRemainder = totals.sharing().smallestRemainder();
        atFloorSchools = totals.atFloor().schools();
        atFloorCents = totals.atFloor().amount().cents();
        atCapSchools = totals.atCap().schools();
        atCapCents = totals.atCap().amount().cents();
        guaranteedSchools = totals.guaranteed().schools();
        guaranteedCents = totals.guaranteed().amount().cents();
        schoolsHeldHarmless = totals.heldHarmless();
        guaranteesCostCents = totals.cost().amount().cents();
        schoolsGaining = totals.cost().gaining();
        movedByRoundingCents = totals.cost().byRounding().cents();
        schoolsRoundedUp = totals.cost().roundedUp();
        schoolsPaying = totals.cost().paying();
    }

    private Totals totals() {
        return new Totals(
                schoolsRanked,
                pupilsRanked,
                schoolsEligible,
                pupilsEligible,
                pupilsWithoutLast,
                new IndexValue(lastMillionths),
                new Sharing(
                        sharingSchools,
                        new Money(sharingCents),
                        sharingWeight,
                        sharingLeftOver,
                        sharingSmallestRemainder),
                new Group(atFloorSchools, new Money(atFloorCents)),
                new Group(atCapSchools, new Money(atCapCents)),
                new Group(guaranteedSchools, new Money(guaranteedCents)),
                schoolsHeldHarmless,
                new Cost(
                        new Money(guaranteesCostCents),
                        schoolsGaining,
                        new Money(movedByRoundingCents),
                        schoolsRoundedUp,
                        schoolsPaying));
    }

    int run() {
        return run;
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
        return new Scenario.Summary(title(), totals(), Optional.ofNullable(publishedAt));
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
                RulesJson.read(rules).rules(new Money(poolCents)),
                index.title(),
                snapshot.title(),
                computedAt);
    }
}
