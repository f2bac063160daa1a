package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.allocation.formula.Outcome;
import org.partnershipfund.allocation.formula.Outcome.BelowTheCut;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.formula.Outcome.WithoutPupils;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.school.ResponsibilityCentre;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** What a scenario means for one school, as it lies in table {@code allocation}. */
@Entity
@Immutable
@Table(name = "allocation")
class AllocationRow {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "scenario_id")
    private ScenarioRow scenario;

    @Column(name = "rank")
    private int place;

    @Column(name = "school_code")
    private String schoolCode;

    @Column(name = "school_name")
    private String schoolName;

    @Column(name = "responsibility_centre")
    private String responsibilityCentre;

    @Column(name = "index_millionths")
    private int indexMillionths;

    private int pupils;
    private String outcome;

    @Column(name = "whole_cents")
    private long wholeCents;

    private long remainder;

    @Column(name = "left_over_cent")
    private boolean leftOverCent;

    @Column(name = "amount_cents")
    private long amountCents;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AllocationRow() {}

    AllocationRow(ScenarioRow scenario, Allocation allocation) {
        this.scenario = scenario;
        id = allocation.id().value();
        place = allocation.line().rank();
        schoolCode = allocation.school().value();
        schoolName = allocation.line().school().name();
        responsibilityCentre = allocation.centre().value();
        indexMillionths = allocation.line().school().index().millionths();
        pupils = allocation.line().school().pupils();
        amountCents = allocation.amount().cents();
        outcome = switch (allocation.line().outcome()) {
            case Funded(Share share) -> {
                wholeCents = share.whole().cents();
                remainder = share.remainder();
                leftOverCent = share.leftOverCent();
                yield "funded";
            }
            case BelowTheCut() -> "below-the-cut";
            case WithoutPupils() -> "without-pupils";
        };
    }

    Allocation allocation() {
        return new Allocation(
                new AllocationId(id),
                new ResponsibilityCentre(responsibilityCentre),
                new Line(
                        place,
                        new Candidate(new SchoolCode(schoolCode), schoolName, new IndexValue(indexMillionths), pupils),
                        outcome()));
    }

    AllocationInScenario inScenario() {
        return new AllocationInScenario(allocation(), scenario.summary());
    }

    private Outcome outcome() {
        return switch (outcome) {
            case "funded" -> new Funded(new Share(new Money(wholeCents), remainder, leftOverCent));
            case "below-the-cut" -> new BelowTheCut();
            case "without-pupils" -> new WithoutPupils();
            case String unknown -> throw new IllegalStateException("allocation %s is %s".formatted(id, unknown));
        };
    }
}
