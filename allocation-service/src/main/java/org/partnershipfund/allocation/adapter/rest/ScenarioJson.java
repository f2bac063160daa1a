package org.partnershipfund.allocation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.adapter.RulesJson;
import org.partnershipfund.allocation.formula.Apportionment;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.allocation.usecase.CopyScenario;
import org.partnershipfund.allocation.usecase.RunScenario;
import org.partnershipfund.foundation.web.MoneyJson;

/**
 * A scenario on the wire, without its allocations.
 *
 * @param publishedAt absent while it is only computed
 */
@Schema(name = "Scenario")
public record ScenarioJson(
        UUID id,
        UUID fundId,
        @Schema(examples = "2019") int fiscalYear,
        @Schema(examples = "Top 60, flat per pupil") String name,
        @Schema(enumeration = {"computed", "published"}) String state,
        MoneyJson pool,
        RulesJson rules,

        @Schema(description = "What all schools receive together: the pool without the reserve")
        MoneyJson sharedOut,

        UUID indexId,

        @Schema(description = "Whether the index only shows how things work")
        boolean illustrative,

        UUID enrollmentId,
        @Schema(examples = "118") int schoolsRanked,

        @Schema(examples = "60", description = "Schools that receive anything: eligible or held harmless")
        int schoolsFunded,

        @Schema(examples = "60", description = "Schools that the rule of eligibility serves")
        int schoolsEligible,

        @Schema(examples = "25705", description = "Pupils of the eligible schools")
        long pupilsFunded,

        @Schema(examples = "31", description = "What the whole units of those who share by weight leave over, in units")
        long leftOverUnits,

        @Schema(examples = "0.602917", description = "The lowest index of an eligible school")
        String lowestIndexFunded,

        @Schema(description = "Eligible schools that receive the floor")
        Group atFloor,

        @Schema(description = "Eligible schools that receive the cap")
        Group atCap,

        @Schema(description = "Schools, eligible or not, that receive their guarantee")
        Group guaranteed,

        @Schema(description = "Absent unless the rules hold harmless") @Nullable Cost holdHarmlessCost,

        Instant computedAt,
        @Nullable Instant publishedAt) {

    /** Some schools, and what they receive together. */
    @Schema(name = "ScenarioGroup")
    public record Group(@Schema(examples = "5") int schools, MoneyJson amount) {

        static Group of(Apportionment.Group group) {
            return new Group(group.schools(), MoneyJson.of(group.amount()));
        }
    }

    /** What guarantees cost, beside the same rules without any. */
    @Schema(name = "HoldHarmlessCost")
    public record Cost(
            @Schema(description = "What the schools that receive their guarantee receive more")
            MoneyJson amount,

            @Schema(examples = "9", description = "How many receive more so")
            int schoolsGaining,

            @Schema(
                    description =
                            "What other schools receive more because all shares are rounded anew; at most one unit each")
            MoneyJson byRounding,

            @Schema(examples = "0", description = "How many they are")
            int schoolsRoundedUp,

            @Schema(examples = "51", description = "Schools that receive less: together amount and byRounding")
            int schoolsPaying) {

        static Cost of(Apportionment.Cost cost) {
            return new Cost(
                    MoneyJson.of(cost.amount()),
                    cost.gaining(),
                    MoneyJson.of(cost.byRounding()),
                    cost.roundedUp(),
                    cost.paying());
        }
    }

    /** What it takes to compute a scenario. */
    @Schema(name = "RunScenario")
    public record ToRun(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Top 60, flat per pupil")
            String name,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "The index set, as /index-imports lists it")
            UUID indexId,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "The enrolment snapshot, as /schools/imports lists it")
            UUID enrollmentId,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            RulesJson rules) {

        RunScenario.Ask ask() {
            return new RunScenario.Ask(name, new IndexSetId(indexId), new SnapshotId(enrollmentId), rules.asked());
        }
    }

    /** What it takes to copy a scenario: a name, and what is to be other than in the original. */
    @Schema(name = "CopyScenario")
    public record ToCopy(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Top 60 with a floor of $20,000")
            String name,

            @Schema(description = "Another index set; absent for that of the original") @Nullable UUID indexId,

            @Schema(description = "Another enrolment snapshot; absent for that of the original") @Nullable UUID enrollmentId,

            @Valid @Schema(description = "Other rules, all of them; absent for those of the original") @Nullable RulesJson rules) {

        CopyScenario.Changes changes() {
            return new CopyScenario.Changes(
                    name,
                    Optional.ofNullable(indexId).map(IndexSetId::new),
                    Optional.ofNullable(enrollmentId).map(SnapshotId::new),
                    Optional.ofNullable(rules).map(RulesJson::asked));
        }
    }

    static ScenarioJson of(Scenario.Summary scenario) {
        Scenario.Title title = scenario.title();
        Apportionment.Totals totals = scenario.totals();
        return new ScenarioJson(
                title.id().value(),
                title.fund().value(),
                title.year().endYear(),
                title.name(),
                scenario.publishedAt().isPresent() ? "published" : "computed",
                MoneyJson.of(title.rules().pool()),
                RulesJson.of(title.rules()),
                MoneyJson.of(title.rules().sharedOut()),
                title.index().id().value(),
                title.index().provenance().illustrative(),
                title.enrollment().id().value(),
                totals.ranked(),
                totals.funded(),
                totals.eligible(),
                totals.pupils(),
                totals.sharing().leftOver(),
                totals.lastIndex().decimal(),
                Group.of(totals.atFloor()),
                Group.of(totals.atCap()),
                Group.of(totals.guaranteed()),
                title.rules().holdHarmless().map(_ -> Cost.of(totals.cost())).orElse(null),
                title.computedAt(),
                scenario.publishedAt().orElse(null));
    }
}
