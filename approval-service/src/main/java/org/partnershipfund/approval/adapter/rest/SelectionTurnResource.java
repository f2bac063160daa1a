package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.PROCUREMENT_OFFICER;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.ReadTurns;
import org.partnershipfund.foundation.web.Answers;

/** The door that says of one selection whose turn it is. */
@Path("/selections/{id}/turn")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    BUDGET_OFFICE,
    PARTNERSHIPS_TEAM,
    PROCUREMENT_OFFICER,
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    DISTRICT_SUPERINTENDENT,
    CFO,
    DEPUTY_CFO,
    RECORDS_AUDITOR
})
@Tag(name = "Turns", description = "Whose turn it is: what waits for a person, and who may act on a selection now")
public class SelectionTurnResource {

    private final ReadTurns readTurns;
    private final Adults adults;
    private final Callers callers;

    SelectionTurnResource(ReadTurns readTurns, Adults adults, Callers callers) {
        this.readTurns = readTurns;
        this.adults = adults;
        this.callers = callers;
    }

    @GET
    @Operation(
            summary = "Read who may act on a selection now",
            description =
                    "The open steps, their roles, and the persons whom records of today name: the assigned superintendent, who decides in their place, the council's members. A deadline that has passed approves nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Whose turn it is",
            content = @Content(schema = @Schema(implementation = TurnJson.OfSelection.class)))
    @APIResponse(responseCode = "404", description = "no-such-selection")
    public Response turn(@PathParam("id") UUID id) {
        var turn = readTurns.on(new SelectionId(id), callers.reach());
        return Answers.ok(
                TurnJson.of(turn, adults.among(TurnJson.actors(turn))),
                turn.selection().version());
    }
}
