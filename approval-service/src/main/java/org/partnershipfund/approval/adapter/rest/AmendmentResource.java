package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.AmendSelection;
import org.partnershipfund.approval.usecase.ReadSelections;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.kernel.Versioned;

/** The doors for changing what is approved already. */
@Path("/selections/{id}/amendment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(SCHOOL_LEADER)
@Tag(name = "Selections")
public class AmendmentResource {

    private final AmendSelection amendSelection;
    private final ReadSelections readSelections;
    private final Callers callers;

    AmendmentResource(AmendSelection amendSelection, ReadSelections readSelections, Callers callers) {
        this.amendSelection = amendSelection;
        this.readSelections = readSelections;
        this.callers = callers;
    }

    @PUT
    @Operation(
            summary = "Amend an approved selection",
            description =
                    "By the leader of the school: a new version of what is approved or reserved, smaller, larger or with another partner. It is a draft, and goes through all steps again. What is approved stands meanwhile, and its money stays set aside; when the new version is approved, the ledger sets aside or gives back the difference. What is under contract keeps its lines.")
    @APIResponse(
            responseCode = "200",
            description = "A draft, one version on; amends says what stands",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    @APIResponse(
            responseCode = "409",
            description = "selection-not-amendable, amendment-answer-due, fund-closed, program-not-heard-of")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "no-such-price, quantity-outside-tier, agreed-amount-missing, agreed-amount-too-high, agreed-amount-not-asked, service-outside-year, not-awarded")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response amend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SelectionJson.ToAmend asked) {
        return ok(amendSelection.amend(
                new SelectionId(id),
                IfMatch.version(ifMatch),
                callers.me(),
                asked.reason(),
                asked.needs().needs(),
                asked.asked()));
    }

    @PUT
    @Path("withdrawal")
    @Operation(
            summary = "Withdraw an amendment",
            description =
                    "What stands is the newest version again, with its decisions and its money. If one of its lines lost a competition meanwhile, it comes back to the school for that (says SelectionReturned).")
    @APIResponse(
            responseCode = "200",
            description = "As it was before the amendment",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-selection")
    @APIResponse(responseCode = "409", description = "nothing-amended, amendment-answer-due, fund-closed")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response withdraw(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(amendSelection.withdraw(new SelectionId(id), IfMatch.version(ifMatch), callers.me()));
    }

    private Response ok(Versioned<Selection> selection) {
        var lines = selection.value().dossier().content().lines();
        var onTheMenu =
                readSelections.onTheMenu(lines.stream().map(Line::program).toList());
        return Answers.ok(SelectionJson.of(selection.value(), onTheMenu), selection.version());
    }
}
