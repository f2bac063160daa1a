package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.CopySelection;
import org.partnershipfund.approval.usecase.ReadSelections;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Idempotent;

/** The door by which a school begins with what it chose last year. */
@Path("/selections/copies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(SCHOOL_LEADER)
@Tag(name = "Selections")
public class CopyResource {

    private final CopySelection copySelection;
    private final ReadSelections readSelections;
    private final Problems problems;
    private final Callers callers;

    CopyResource(CopySelection copySelection, ReadSelections readSelections, Problems problems, Callers callers) {
        this.copySelection = copySelection;
        this.readSelections = readSelections;
        this.problems = problems;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Copy last year's selection",
            description =
                    "By the leader of the school: drafts a selection from the newest version of one of the year before, each line at the price of today's sheet, a year later. The answer names every line of the older one: copied, or left out and why. Needs are copied; options considered and who took part are not, because they were last year's.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = CopyJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    @APIResponse(responseCode = "409", description = "fund-not-heard-of, fund-closed, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "not-from-last-year, nothing-to-copy, idempotency-key-reused")
    public Response copy(@Valid @NotNull CopyJson.ToCopy asked) {
        var copy = copySelection.copy(callers.me(), new SelectionId(asked.selectionId()), new FundId(asked.fundId()));
        var draft = copy.selection().value();
        var onTheMenu = readSelections.onTheMenu(
                draft.dossier().content().lines().stream().map(Line::program).toList());
        return Answers.created(
                "/selections/" + draft.dossier().id().value(),
                new CopyJson(
                        SelectionJson.of(draft, onTheMenu),
                        copy.lines().stream()
                                .map(line -> CopyJson.CopiedLineJson.of(
                                        line, why -> problems.row(why).slug()))
                                .toList()),
                copy.selection().version());
    }
}
