package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Papers;
import org.partnershipfund.procurement.usecase.AttestAgain;
import org.partnershipfund.procurement.usecase.DrawUpContract;
import org.partnershipfund.procurement.usecase.EndContract;

/** The doors by which a contract rests, goes on and ends, and its papers. */
@Path("/contracts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.BUDGET_OFFICE,
    Roles.PARTNERSHIPS_TEAM,
    Roles.PROCUREMENT_OFFICER,
    Roles.SCHOOL_LEADER,
    Roles.COUNCIL_MEMBER,
    Roles.INSTRUCTIONAL_SUPERINTENDENT,
    Roles.DISTRICT_SUPERINTENDENT,
    Roles.CFO,
    Roles.DEPUTY_CFO,
    Roles.MAYOR,
    Roles.CITY_AUDITOR,
    Roles.RECORDS_AUDITOR,
    Roles.PARTNER
})
@Tag(name = "Contracts", description = "What each school buys, who must sign, when it binds")
public class ContractLifeResource {

    private final EndContract endContract;
    private final AttestAgain attestAgain;
    private final Papers papers;
    private final DrawUpContract drawUpContract;
    private final ContractPages pages;
    private final ContractDoors doors;

    ContractLifeResource(
            EndContract endContract,
            AttestAgain attestAgain,
            Papers papers,
            DrawUpContract drawUpContract,
            ContractPages pages,
            ContractDoors doors) {
        this.drawUpContract = drawUpContract;
        this.pages = pages;
        this.endContract = endContract;
        this.attestAgain = attestAgain;
        this.papers = papers;
        this.doors = doors;
    }

    @PUT
    @Path("{id}/abandonment")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Give a draft up",
            description =
                    "All that is reserved for it is free again, and its schools may select again. Says ContractTerminated.")
    @APIResponse(
            responseCode = "200",
            description = "Abandoned",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(responseCode = "409", description = "contract-state-not-now, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response abandon(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ContractJson.Reason asked) {
        return doors.ok(
                endContract.abandon(new ContractId(id), IfMatch.version(ifMatch), doors.person(), asked.reason()));
    }

    @PUT
    @Path("{id}/suspension")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Suspend a contract",
            description = "Services rest: nothing of these days is invoiced, and nothing is certified meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "Suspended",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(responseCode = "409", description = "contract-state-not-now, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response suspend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ContractJson.Reason asked) {
        return doors.ok(endContract.suspend(
                new ContractId(id), IfMatch.version(ifMatch), doors.person(), asked.reason(), doors.sight()));
    }

    @PUT
    @Path("{id}/reinstatement")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(summary = "Take a suspended contract up again", description = "Services go on from today.")
    @APIResponse(
            responseCode = "200",
            description = "Executed",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(responseCode = "409", description = "contract-state-not-now, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response reinstate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ContractJson.Reason asked) {
        return doors.ok(endContract.reinstate(
                new ContractId(id), IfMatch.version(ifMatch), doors.person(), asked.reason(), doors.sight()));
    }

    @PUT
    @Path("{id}/termination")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Terminate a contract",
            description =
                    "What is neither paid nor asked for by an invoice goes back to the lines; its schools may select again. Says ContractTerminated.")
    @APIResponse(
            responseCode = "200",
            description = "Terminated",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(responseCode = "409", description = "contract-state-not-now, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response terminate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ContractJson.Reason asked) {
        return doors.ok(
                endContract.terminate(new ContractId(id), IfMatch.version(ifMatch), doors.person(), asked.reason()));
    }

    @PUT
    @Path("{id}/completion")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Complete a contract",
            description =
                    "When all is paid, or after its last day once no invoice is on its way; the rest goes back to the lines. Says ContractCompleted.")
    @APIResponse(
            responseCode = "200",
            description = "Completed",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(
            responseCode = "409",
            description = "contract-state-not-now, contract-ended, contract-not-complete-yet")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response complete(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ContractJson.Reason asked) {
        return doors.ok(
                endContract.complete(new ContractId(id), IfMatch.version(ifMatch), doors.person(), asked.reason()));
    }

    @PUT
    @Path("{id}/settlement")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Settle a terminated contract",
            description =
                    "Gives back what an invoice had asked of it and does not ask any more. Says ContractTerminated again.")
    @APIResponse(
            responseCode = "200",
            description = "Settled",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(responseCode = "409", description = "contract-state-not-now, contract-ended, nothing-to-settle")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response settle(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return doors.ok(endContract.settle(new ContractId(id), IfMatch.version(ifMatch), doors.person()));
    }

    @GET
    @Path("{id}/document")
    @Produces({ContractPages.HTML, ContractPages.PDF})
    @Operation(
            summary = "Read a contract as it is handed out and filed",
            description =
                    "Contract request form, specification, terms, signatures and amendments, with the fingerprint of what was signed. As a page or as PDF (Accept: application/pdf), US Letter; the same data make the same bytes. A school reads its own shares.")
    @APIResponse(
            responseCode = "200",
            description = "The contract",
            content = {
                @Content(mediaType = ContractPages.HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ContractPages.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "no-such-contract")
    public Response document(@PathParam("id") UUID id, @Context Request request) {
        var contract = doors.find(id).value();
        return pages.answer(drawUpContract.of(contract, doors.sight(), doors.papersDueOn(contract)), request);
    }

    @GET
    @Path("{id}/papers")
    @Operation(
            summary = "Read the papers of a contract",
            description = "Status and expiry of each, and whether the district may bind itself or pay today.")
    @APIResponse(
            responseCode = "200",
            description = "The papers",
            content = @Content(schema = @Schema(implementation = PapersJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract")
    public PapersJson papers(@PathParam("id") UUID id) {
        return PapersJson.of(papers.of(doors.find(id).value()), doors.today());
    }

    @PUT
    @Path("{id}/papers/attestations")
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            summary = "Attest to taxes and no collusion again",
            description = "Before or after the older attestation expires; payments go on from then.")
    @APIResponse(
            responseCode = "200",
            description = "Filed",
            content = @Content(schema = @Schema(implementation = PapersJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(responseCode = "422", description = "attestation-missing")
    public PapersJson attest(@PathParam("id") UUID id, @Valid @NotNull ContractJson.ToAttest asked) {
        return PapersJson.of(
                attestAgain.attest(
                        new ContractId(id),
                        asked.taxAttestation() && asked.nonCollusion(),
                        doors.person(),
                        doors.sight()),
                doors.today());
    }
}
