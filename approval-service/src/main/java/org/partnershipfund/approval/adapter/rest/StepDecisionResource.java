package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.DecideSelection;
import org.partnershipfund.approval.usecase.ReadSelections;
import org.partnershipfund.approval.usecase.ReadTurns;
import org.partnershipfund.approval.usecase.ReassignStep;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.IfMatch;

/** The door for the decision of one person at whatever step of a selection's plan is theirs. */
@Path("/selections/{id}/steps")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, INSTRUCTIONAL_SUPERINTENDENT, DISTRICT_SUPERINTENDENT, CFO, DEPUTY_CFO
})
@Tag(
        name = "Selections",
        description =
                "What a school wants to buy: drafted, submitted, approved by council, superintendent, budget office")
public class StepDecisionResource {

    private final DecideSelection decideSelection;
    private final ReadSelections readSelections;
    private final ReassignStep reassignStep;
    private final ReadTurns readTurns;
    private final Adults adults;
    private final Callers callers;

    StepDecisionResource(
            DecideSelection decideSelection,
            ReadSelections readSelections,
            ReassignStep reassignStep,
            ReadTurns readTurns,
            Adults adults,
            Callers callers) {
        this.decideSelection = decideSelection;
        this.readSelections = readSelections;
        this.reassignStep = reassignStep;
        this.readTurns = readTurns;
        this.adults = adults;
        this.callers = callers;
    }

    @PUT
    @Path("superintendent/assignee")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Give a waiting step to another supervisor",
            description =
                    "While everybody whose step it is is declared absent; to somebody who is assigned to schools today. From then on the step of this version is theirs alone. It is recorded with its reason.")
    @APIResponse(
            responseCode = "200",
            description = "Reassigned: who may act now",
            content = @Content(schema = @Schema(implementation = TurnJson.OfSelection.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    @APIResponse(responseCode = "409", description = "not-the-turn, supervisor-is-there, fund-closed")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "not-a-supervisor")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response reassign(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DelegationJson.ToReassign asked) {
        var selection = new SelectionId(id);
        reassignStep.reassign(
                selection, IfMatch.version(ifMatch), asked.supervisor().person(), asked.reason(), callers.me());
        var turn = readTurns.on(selection, callers.reach());
        return Answers.ok(
                TurnJson.of(turn, adults.among(TurnJson.actors(turn))),
                turn.selection().version());
    }

    @PUT
    @Path("{step}/decision")
    @Operation(
            summary = "Decide at a step of the selection's plan",
            description =
                    "By somebody of the step's office, or in whose place they are; neither of both submitted the version or decided on it before. The last needed step says SelectionApproved, a return SelectionReturned. The council decides by a motion.")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, invalid-parameter, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-selection, no-such-line")
    @APIResponse(responseCode = "409", description = "not-the-turn, fund-closed")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "not-your-step, own-decision, program-suspended")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response decide(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "A step of the plan",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "superintendent",
                                                "partnerships-team",
                                                "budget-office",
                                                "district-superintendent",
                                                "cfo",
                                                "deputy-cfo",
                                                "completeness"
                                            }))
                    @PathParam("step")
                    String step,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DecisionsJson.ToDecide asked) {
        var selection = decideSelection.atStep(
                callers.decider(), asked.asked(id, IfMatch.version(ifMatch), SelectionFilter.step("step", step)));
        return Answers.ok(
                SelectionJson.of(
                        selection.value(),
                        readSelections.onTheMenu(selection.value().dossier().content().lines().stream()
                                .map(Line::program)
                                .toList())),
                selection.version());
    }
}
