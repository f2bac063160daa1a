package org.partnershipfund.approval.adapter.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.kernel.SchoolCode;

/** Which selections are asked for. */
public class SelectionFilter {

    @Parameter(description = "Only of this fund")
    @QueryParam("fundId")
    @Nullable UUID fundId;

    @Parameter(description = "Only of this school")
    @QueryParam("schoolCode")
    @Nullable SchoolCode schoolCode;

    @Parameter(
            description = "Only in this state",
            schema =
                    @Schema(
                            enumeration = {
                                "draft",
                                "submitted",
                                "approved",
                                "reserved",
                                "returned",
                                "withdrawn",
                                "lapsed"
                            }))
    @QueryParam("state")
    @Nullable String state;

    @Parameter(
            description = "Only those that wait for this step",
            schema =
                    @Schema(
                            enumeration = {
                                "council",
                                "superintendent",
                                "partnerships-team",
                                "budget-office",
                                "district-superintendent",
                                "cfo",
                                "deputy-cfo",
                                "completeness"
                            }))
    @QueryParam("waitsFor")
    @Nullable String waitsFor;

    /** What of the caller's reach is asked for. */
    Selections.Filter within(Reach reach, Optional<Instant> modifiedAfter) {
        Optional<Set<SchoolCode>> schools = schoolCode == null
                ? reach.schools()
                : Optional.of(reach.covers(schoolCode) ? Set.of(schoolCode) : Set.of());
        return new Selections.Filter(
                schools,
                Optional.ofNullable(fundId).map(FundId::new),
                Optional.ofNullable(state),
                Optional.ofNullable(waitsFor).map(word -> step("waitsFor", word)),
                modifiedAfter);
    }

    /** The step of a plan that has this word; else 400. */
    static Step step(String parameter, String word) {
        return Step.ofPlans().stream()
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ProblemException.parameter(
                        parameter,
                        word,
                        "it must be one of "
                                + Step.ofPlans().stream().map(Step::word).collect(Collectors.joining(", "))));
    }
}
