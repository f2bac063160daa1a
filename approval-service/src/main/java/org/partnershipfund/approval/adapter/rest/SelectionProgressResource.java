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
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.PurchaseOrders;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.ReadTurns;
import org.partnershipfund.foundation.web.Answers;

/** The door that says of one selection how far it is. */
@Path("/selections/{id}/progress")
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
public class SelectionProgressResource {

    private final ReadTurns readTurns;
    private final PurchaseOrders orders;
    private final Callers callers;

    SelectionProgressResource(ReadTurns readTurns, PurchaseOrders orders, Callers callers) {
        this.readTurns = readTurns;
        this.orders = orders;
        this.callers = callers;
    }

    @GET
    @Operation(
            summary = "Read how far a selection is",
            description =
                    "Every step of its plan with when and by whom, the money that is set aside, what is under contract with its requisition and purchase order, and what comes next; of an amendment also the way of the version that stands meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "How far it is",
            content = @Content(schema = @Schema(implementation = TurnJson.Progress.class)))
    @APIResponse(responseCode = "404", description = "no-such-selection")
    public Response progress(@PathParam("id") UUID id) {
        var turn = readTurns.on(new SelectionId(id), callers.reach());
        var contracts = turn.selection().value().dossier().underContract().stream()
                .map(Contracted::contract)
                .distinct()
                .toList();
        return Answers.ok(
                TurnJson.progress(turn, orders.of(contracts)), turn.selection().version());
    }
}
