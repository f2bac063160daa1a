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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
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
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.usecase.DraftContract;
import org.partnershipfund.procurement.usecase.ExecuteContract;
import org.partnershipfund.procurement.usecase.SignContract;

/** The doors for contracts. Partners see their own, schools those they have a share in, offices all. */
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
public class ContractResource {

    private final Contracts contracts;
    private final DraftContract draftContract;
    private final SignContract signContract;
    private final ExecuteContract executeContract;
    private final ContractDoors doors;

    ContractResource(
            Contracts contracts,
            DraftContract draftContract,
            SignContract signContract,
            ExecuteContract executeContract,
            ContractDoors doors) {
        this.contracts = contracts;
        this.draftContract = draftContract;
        this.signContract = signContract;
        this.executeContract = executeContract;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Draft the contract of an awarded process",
            description =
                    "One share per school and line; its value and day decide who must sign. Says SelectionContracted per selection.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-process")
    @APIResponse(
            responseCode = "409",
            description = "process-not-ready, contract-exists, while-suspended, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "contract-term-not-possible, rules-not-known, idempotency-key-reused")
    public Response draft(@Valid @NotNull ContractJson.ToDraft asked) {
        var contract = draftContract.draft(new ProcessId(asked.processId()), asked.startsOn(), asked.endsOn());
        return Answers.created("/contracts/" + contract.value().id(), doors.json(contract.value()), contract.version());
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List contracts", description = "By id, which follows the time of drafting.")
    public Page<ContractJson.Row> list(
            @BeanParam PageRequest page,
            @BeanParam LineFilter filter,
            @QueryParam("partnerId") @Nullable UUID partnerId,
            @QueryParam("state") @Nullable String state) {
        var sight = doors.sight();
        return Page.of(
                        contracts.list(
                                new Contracts.Filter(
                                        filter.fund(),
                                        Optional.ofNullable(partnerId),
                                        filter.school(),
                                        Optional.ofNullable(state),
                                        page.modifiedAfter()),
                                sight,
                                page.after().map(cursor -> new ContractId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().id().value()))
                .map(found -> ContractJson.Row.of(found.value(), sight));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one contract", description = "A school sees its own shares of it.")
    @APIResponse(
            responseCode = "200",
            description = "The contract",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract")
    public Response read(@PathParam("id") UUID id) {
        return ok(doors.find(id));
    }

    @PUT
    @Path("{id}/signatures/partner")
    @RolesAllowed(Roles.PARTNER)
    @Operation(summary = "Sign for the partner", description = "The first step of a written contract.")
    @APIResponse(
            responseCode = "200",
            description = "Signed",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(
            responseCode = "409",
            description =
                    "step-not-demanded, step-taken-already, step-too-early, contract-executed-already, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "attestation-missing, same-person, not-a-signatory")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response signAsPartner(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ContractJson.ToAttest asked) {
        return ok(signContract.sign(
                new ContractId(id),
                IfMatch.version(ifMatch),
                Step.PARTNER,
                doors.person(),
                doors.roles(),
                "taxes paid, no collusion",
                asked.taxAttestation() && asked.nonCollusion(),
                doors.sight()));
    }

    @PUT
    @Path("{id}/signatures/district")
    @RolesAllowed({Roles.DISTRICT_SUPERINTENDENT, Roles.CFO, Roles.DEPUTY_CFO})
    @Operation(
            summary = "Sign for the district",
            description = "The last step; only these three may bind the district.")
    @APIResponse(
            responseCode = "200",
            description = "Signed",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(
            responseCode = "409",
            description = "step-taken-already, step-too-early, contract-executed-already, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "same-person, not-a-signatory")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response signForTheDistrict(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return step(id, ifMatch, Step.DISTRICT);
    }

    @PUT
    @Path("{id}/certifications/appropriation")
    @RolesAllowed(Roles.CITY_AUDITOR)
    @Operation(
            summary = "Certify that an appropriation is available",
            description = "Refused unless every line is appropriated and may still encumber its share.")
    @APIResponse(
            responseCode = "200",
            description = "Certified",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(
            responseCode = "409",
            description =
                    "not-appropriated, step-not-demanded, step-taken-already, step-too-early, contract-executed-already, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "same-person, not-a-signatory")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response certifyAppropriation(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return step(id, ifMatch, Step.APPROPRIATION);
    }

    @PUT
    @Path("{id}/approvals/superintendent")
    @RolesAllowed(Roles.DISTRICT_SUPERINTENDENT)
    @Operation(summary = "Approve a quote contract as superintendent")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(
            responseCode = "409",
            description =
                    "step-not-demanded, step-taken-already, step-too-early, contract-executed-already, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "same-person, not-a-signatory")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response approveAsSuperintendent(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return step(id, ifMatch, Step.SUPERINTENDENT);
    }

    @PUT
    @Path("{id}/approvals/mayor")
    @RolesAllowed(Roles.MAYOR)
    @Operation(summary = "Approve as Mayor", description = "From $50,000.00 of value on, since November 2016.")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(
            responseCode = "409",
            description =
                    "step-not-demanded, step-taken-already, step-too-early, contract-executed-already, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "same-person, not-a-signatory")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response approveAsMayor(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return step(id, ifMatch, Step.MAYOR);
    }

    @PUT
    @Path("{id}/execution")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Execute the contract",
            description =
                    "Encumbers every share, gives requisition and purchase order their number. Says ContractExecuted and PurchaseOrderIssued.")
    @APIResponse(
            responseCode = "200",
            description = "Executed",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(
            responseCode = "409",
            description =
                    "not-appropriated, contract-not-complete, contract-executed-already, contract-ended, while-suspended, contract-papers-not-valid, signed-other-terms")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response execute(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(executeContract.execute(new ContractId(id), IfMatch.version(ifMatch)));
    }

    private Response step(UUID id, @Nullable String ifMatch, Step step) {
        return ok(signContract.sign(
                new ContractId(id),
                IfMatch.version(ifMatch),
                step,
                doors.person(),
                doors.roles(),
                null,
                false,
                doors.sight()));
    }

    private Response ok(Versioned<Contract> contract) {
        return doors.ok(contract);
    }
}
