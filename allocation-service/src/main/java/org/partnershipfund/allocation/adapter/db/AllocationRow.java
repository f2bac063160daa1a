package org.partnershipfund.allocation.adapter.db;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.formula.Apportionment.Held;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.BoundedSplit.Part;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.allocation.formula.Outcome;
import org.partnershipfund.allocation.formula.Outcome.BelowTheCut;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.formula.Outcome.HeldHarmless;
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

    @SuppressWarnings("UnusedVariable") // queries compare it with the scenario's
    private int run;

    private int pupils;
    private String outcome;
    private @Nullable String part;

    @Column(name = "whole_cents")
    private long wholeCents;

    private long remainder;

    @Column(name = "left_over_cents")
    private long leftOverCents;

    @Column(name = "before_cents")
    private @Nullable Long beforeCents;

    @Column(name = "guarantee_cents")
    private @Nullable Long guaranteeCents;

    @Column(name = "without_cents")
    private @Nullable Long withoutCents;

    @Column(name = "amount_cents")
    private long amountCents;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AllocationRow() {}

    AllocationRow(ScenarioRow scenario, Allocation allocation) {
        this.scenario = scenario;
        run = scenario.run();
        id = allocation.id().value();
        place = allocation.line().rank();
        schoolCode = allocation.school().value();
        schoolName = allocation.line().school().name();
        responsibilityCentre = allocation.centre().value();
        indexMillionths = allocation.line().school().index().millionths();
        pupils = allocation.line().school().pupils();
        amountCents = allocation.amount().cents();
        outcome = switch (allocation.line().outcome()) {
            case Funded(Part funded) -> {
                take(funded);
                yield "funded";
            }
            case HeldHarmless _ -> "held-harmless";
            case BelowTheCut() -> "below-the-cut";
            case WithoutPupils() -> "without-pupils";
        };
        allocation.line().held().ifPresent(held -> {
            beforeCents = held.before().cents();
            guaranteeCents = held.guarantee().cents();
            withoutCents = held.without().cents();
        });
    }

    private void take(Part funded) {
        part = switch (funded) {
            case Part.Proportional(Share share) -> {
                wholeCents = share.whole().cents();
                remainder = share.remainder();
                leftOverCents = share.leftOver().cents();
                yield "share";
            }
            case Part.AtFloor _ -> "floor";
            case Part.AtCap _ -> "cap";
        };
    }

    Allocation allocation() {
        return new Allocation(
                new AllocationId(id),
                new ResponsibilityCentre(responsibilityCentre),
                new Line(
                        place,
                        new Candidate(new SchoolCode(schoolCode), schoolName, new IndexValue(indexMillionths), pupils),
                        outcome(),
                        Optional.ofNullable(beforeCents)
                                .map(before -> new Held(
                                        new Money(before),
                                        new Money(requireNonNull(guaranteeCents)),
                                        new Money(requireNonNull(withoutCents))))));
    }

    AllocationInScenario inScenario() {
        return new AllocationInScenario(allocation(), scenario.summary());
    }

    private Outcome outcome() {
        return switch (outcome) {
            case "funded" -> new Funded(part());
            case "held-harmless" -> new HeldHarmless(new Money(amountCents));
            case "below-the-cut" -> new BelowTheCut();
            case "without-pupils" -> new WithoutPupils();
            case String unknown -> throw new IllegalStateException("allocation %s is %s".formatted(id, unknown));
        };
    }

    private Part part() {
        return switch (part) {
            case "share" ->
                new Part.Proportional(new Share(new Money(wholeCents), remainder, new Money(leftOverCents)));
            case "floor" -> new Part.AtFloor(new Money(amountCents));
            case "cap" -> new Part.AtCap(new Money(amountCents));
            case null, default -> throw new IllegalStateException("allocation %s has part %s".formatted(id, part));
        };
    }
}
