package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.usecase.ProposeRevision;
import org.partnershipfund.allocation.usecase.ReadRevisions;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;

/** The doors for revisions of one fund. */
@Path("/funds/{id}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Revisions",
        description = "Money that moves between the schools' allocations and the reserve, before the budget is adopted")
public class RevisionResource {

    private final ProposeRevision proposeRevision;
    private final ReadRevisions readRevisions;
    private final Doors doors;

    RevisionResource(ProposeRevision proposeRevision, ReadRevisions readRevisions, Doors doors) {
        this.proposeRevision = proposeRevision;
        this.readRevisions = readRevisions;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(BUDGET_OFFICE)
    @Operation(
            summary = "Propose to move money from one school to another",
            description =
                    "Asks the ledger whether the giving school's money is still free; read the revision again for its answer. Accepted: both allocations change in one moment. Refused: none does. A field left out is the reserve: what it gives is accepted at once. Says RevisionProposed, then AllocationRevised for each school.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed; the ledger is asked",
            content = @Content(schema = @Schema(implementation = RevisionJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-fund")
    @APIResponse(
            responseCode = "409",
            description = "nothing-to-revise, too-late-to-revise, revision-open, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "revision-of-nothing, revision-within-one-school, school-not-funded, more-than-allocated, reserve-too-small, idempotency-key-reused")
    public Response propose(@PathParam("id") UUID id, @Valid @NotNull RevisionJson.ToPropose asked) {
        var revision = proposeRevision.propose(new FundId(id), asked.ask());
        return Answers.created(
                "/funds/%s/revisions/%s"
                        .formatted(id, revision.value().terms().id().value()),
                RevisionJson.of(revision.value()),
                revision.version());
    }

    @POST
    @Path("reductions")
    @Idempotent
    @RolesAllowed(BUDGET_OFFICE)
    @Operation(
            summary = "Propose to lower what all schools have together",
            description =
                    "When less is adopted than was published: every school gives to the reserve in proportion to what it has, one revision each, and the ledger is asked for each. Says RevisionProposed for each school that gives.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed; the ledger is asked",
            content = @Content(schema = @Schema(implementation = RevisionJson.Lowered.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-fund")
    @APIResponse(
            responseCode = "409",
            description = "nothing-to-revise, too-late-to-revise, revision-open, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "not-a-lower-sum, idempotency-key-reused")
    public Response lower(@PathParam("id") UUID id, @Valid @NotNull RevisionJson.ToLower asked) {
        var revisions = proposeRevision.lower(
                new FundId(id), asked.to().money(), asked.reason().strip());
        return Answers.created(
                "/funds/%s/revisions".formatted(id),
                RevisionJson.Lowered.of(asked.to().money(), revisions),
                1);
    }

    @POST
    @Path("retruing")
    @Idempotent
    @RolesAllowed(BUDGET_OFFICE)
    @Operation(
            summary = "Bring the amounts to an October count",
            description =
                    "For a fund that was opened with retruedToOctober. Name a scenario of the fund with the published rules and index over an October count: who has more than it says gives to the reserve, if the ledger gives the money up; who has less receives what was given. Nobody receives before the ledger has confirmed, so ask again when it has answered, until nothing-to-retrue. Says RevisionProposed for each school that gives, AllocationRevised for each that receives.")
    @APIResponse(
            responseCode = "201",
            description = "The ledger is asked for what is too much; what was free is handed out",
            content = @Content(schema = @Schema(implementation = RevisionJson.Retrued.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-fund")
    @APIResponse(
            responseCode = "409",
            description =
                    "fund-not-retrued, nothing-to-revise, too-late-to-revise, revision-open, nothing-to-retrue, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "unknown-scenario, not-an-october-count, other-rules, serves-other-schools, idempotency-key-reused")
    public Response retrue(@PathParam("id") UUID id, @Valid @NotNull RevisionJson.ToRetrue asked) {
        var retrued = proposeRevision.retrue(
                new FundId(id),
                new ScenarioId(asked.scenarioId()),
                asked.reason().strip());
        return Answers.created("/funds/%s/revisions".formatted(id), RevisionJson.Retrued.of(retrued), 1);
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the revisions of the fund",
            description = "Without a role of the district's offices: those that were accepted.")
    @APIResponse(responseCode = "200", description = "The revisions of the fund")
    @APIResponse(responseCode = "404", description = "no-such-fund")
    public Page<RevisionJson> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return Page.of(
                        readRevisions.revisions(
                                new FundId(id),
                                doors.sight(),
                                page.after().map(cursor -> new RevisionId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        revision -> Cursor.at(revision.value().terms().id().value()))
                .map(revision -> RevisionJson.of(revision.value()));
    }

    @GET
    @Path("{revisionId}")
    @PermitAll
    @Operation(summary = "Read one revision", description = "Everybody an accepted one; the district's offices any.")
    @APIResponse(
            responseCode = "200",
            description = "The revision",
            content = @Content(schema = @Schema(implementation = RevisionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-fund, no-such-revision")
    public Response read(@PathParam("id") UUID id, @PathParam("revisionId") UUID revisionId) {
        var revision = readRevisions.revision(new FundId(id), new RevisionId(revisionId), doors.sight());
        return Answers.ok(RevisionJson.of(revision.value()), revision.version());
    }
}
