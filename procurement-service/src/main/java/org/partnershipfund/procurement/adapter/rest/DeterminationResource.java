package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.determination.Determination;
import org.partnershipfund.procurement.determination.DeterminationId;
import org.partnershipfund.procurement.determination.DeterminationRefusal.NoSuchDetermination;
import org.partnershipfund.procurement.determination.Determinations;
import org.partnershipfund.procurement.usecase.RecordDetermination;

/** The doors for written determinations; for the offices of the district. */
@Path("/determinations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.BUDGET_OFFICE,
    Roles.PARTNERSHIPS_TEAM,
    Roles.PROCUREMENT_OFFICER,
    Roles.DISTRICT_SUPERINTENDENT,
    Roles.CFO,
    Roles.DEPUTY_CFO,
    Roles.MAYOR,
    Roles.CITY_AUDITOR,
    Roles.RECORDS_AUDITOR
})
@Tag(name = "Determinations", description = "Why something is bought without a competition, in writing")
public class DeterminationResource {

    private final Determinations determinations;
    private final RecordDetermination recordDetermination;
    private final Doors doors;

    DeterminationResource(Determinations determinations, RecordDetermination recordDetermination, Doors doors) {
        this.determinations = determinations;
        this.recordDetermination = recordDetermination;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Record a written determination",
            description =
                    "Before anything is bought by it: the ground, the investigation, who was asked, why the price is reasonable, and how each condition of the ground is met. A sole source or an exemption names its id as route.reference. Public from then on (GET /sole-source-register).")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DeterminationJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "fund-not-known-to-ledger")
    @APIResponse(responseCode = "409", description = "program-not-known, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "no-such-ground, conditions-open, not-determined-yet, sole-source-over-cap, idempotency-key-reused")
    public Response record(@Valid @NotNull DeterminationJson.ToRecord asked) {
        var made = recordDetermination.record(asked.determined(doors.person().subject()));
        return Answers.created(
                "/determinations/" + made.value().id(), DeterminationJson.of(made.value()), made.version());
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the determinations", description = "By id, which follows the time of recording.")
    public Page<DeterminationJson.Row> list(@BeanParam PageRequest page, @BeanParam DeterminationFilter filter) {
        return page(determinations, page, filter);
    }

    static Page<DeterminationJson.Row> page(
            Determinations determinations, PageRequest page, DeterminationFilter filter) {
        return Page.of(
                        determinations.list(
                                filter.filter(page.modifiedAfter()),
                                page.after().map(cursor -> new DeterminationId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.determination().value().id().value()))
                .map(DeterminationJson.Row::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one determination")
    @APIResponse(
            responseCode = "200",
            description = "The determination",
            content = @Content(schema = @Schema(implementation = DeterminationJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-determination")
    public Response read(@PathParam("id") UUID id) {
        return ok(determinations
                .find(new DeterminationId(id))
                .orElseThrow(() -> new RefusedException(new NoSuchDetermination(id.toString()))));
    }

    @PUT
    @Path("{id}/revocation")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Revoke a determination",
            description = "With the reason; no route names it from then on. The register keeps it.")
    @APIResponse(
            responseCode = "200",
            description = "Revoked",
            content = @Content(schema = @Schema(implementation = DeterminationJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-determination")
    @APIResponse(responseCode = "409", description = "determination-revoked, determination-in-use")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response revoke(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DeterminationJson.ToRevoke asked) {
        return ok(recordDetermination.revoke(new DeterminationId(id), IfMatch.version(ifMatch), asked.reason()));
    }

    private static Response ok(Versioned<Determination> determination) {
        return Answers.ok(DeterminationJson.of(determination.value()), determination.version());
    }
}
