package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.usecase.AmendContract;

/** The doors by which a contract that binds is changed. */
@Path("/contracts/{id}/amendments")
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
public class AmendmentResource {

    private final AmendContract amendContract;
    private final ContractDoors doors;

    AmendmentResource(AmendContract amendContract, ContractDoors doors) {
        this.amendContract = amendContract;
        this.doors = doors;
    }

    @GET
    @Operation(
            summary = "List the amendments of a contract",
            description = "By number, with what each still waits for.")
    @APIResponse(responseCode = "200", description = "The amendments")
    @APIResponse(responseCode = "404", description = "no-such-contract")
    public List<AmendmentJson> list(@PathParam("id") UUID id) {
        return doors.json(doors.find(id).value()).amendments();
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Propose an amendment",
            description =
                    "More within 25 percent of what was agreed at first, out of what an approved selection has set aside for it and never at a higher unit price; less, as far as nothing is owed; another last day within the term. It changes nothing before everybody has agreed to it.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-contract")
    @APIResponse(
            responseCode = "409",
            description =
                    "amendment-pending, increase-not-reserved, contract-state-not-now, contract-ended, idempotency-key-in-use")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "no-such-share, nothing-to-amend, contract-end-not-possible, unit-price-missing, unit-price-rises, unit-price-not-of-the-award, sole-source-over-cap, determination-exceeded, increase-too-large, share-is-owed, idempotency-key-reused")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response propose(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AmendmentJson.ToPropose asked) {
        var contract = amendContract.propose(new ContractId(id), IfMatch.version(ifMatch), asked.noun(doors.person()));
        return Answers.created("/contracts/" + id, doors.json(contract.value()), contract.version());
    }

    @PUT
    @Path("{number}/signatures/partner")
    @RolesAllowed(Roles.PARTNER)
    @Operation(summary = "Agree for the partner", description = "The first step; the parties agree in writing.")
    @APIResponse(
            responseCode = "200",
            description = "Signed",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-contract, no-such-amendment")
    @APIResponse(
            responseCode = "409",
            description =
                    "step-not-demanded, step-taken-already, step-too-early, contract-state-not-now, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "same-person, attestation-missing, not-a-signatory")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response signAsPartner(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ContractJson.ToAttest asked) {
        return doors.ok(amendContract.sign(
                new ContractId(id),
                IfMatch.version(ifMatch),
                number,
                Step.PARTNER,
                doors.person(),
                doors.roles(),
                "taxes paid, no collusion",
                asked.taxAttestation() && asked.nonCollusion(),
                doors.sight()));
    }

    @PUT
    @Path("{number}/approvals/superintendent")
    @RolesAllowed(Roles.DISTRICT_SUPERINTENDENT)
    @Operation(summary = "Approve an increase as superintendent")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract, no-such-amendment")
    @APIResponse(
            responseCode = "409",
            description =
                    "step-not-demanded, step-taken-already, step-too-early, contract-state-not-now, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "same-person, not-a-signatory")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response approveAsSuperintendent(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return doors.ok(amendContract.sign(
                new ContractId(id),
                IfMatch.version(ifMatch),
                number,
                Step.SUPERINTENDENT,
                doors.person(),
                doors.roles(),
                null,
                false,
                doors.sight()));
    }

    @PUT
    @Path("{number}/certifications/appropriation")
    @RolesAllowed(Roles.CITY_AUDITOR)
    @Operation(summary = "Certify that an appropriation is available for an increase")
    @APIResponse(
            responseCode = "200",
            description = "Certified",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract, no-such-amendment")
    @APIResponse(
            responseCode = "409",
            description =
                    "not-appropriated, step-not-demanded, step-taken-already, step-too-early, contract-state-not-now, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "same-person, not-a-signatory")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response certifyAppropriation(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return doors.ok(amendContract.sign(
                new ContractId(id),
                IfMatch.version(ifMatch),
                number,
                Step.APPROPRIATION,
                doors.person(),
                doors.roles(),
                null,
                false,
                doors.sight()));
    }

    @PUT
    @Path("{number}/approvals/mayor")
    @RolesAllowed(Roles.MAYOR)
    @Operation(
            summary = "Approve an increase as Mayor",
            description = "Demanded when the new value reaches the threshold.")
    @APIResponse(
            responseCode = "200",
            description = "Approved",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract, no-such-amendment")
    @APIResponse(
            responseCode = "409",
            description =
                    "step-not-demanded, step-taken-already, step-too-early, contract-state-not-now, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "same-person, not-a-signatory")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response approveAsMayor(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return doors.ok(amendContract.sign(
                new ContractId(id),
                IfMatch.version(ifMatch),
                number,
                Step.MAYOR,
                doors.person(),
                doors.roles(),
                null,
                false,
                doors.sight()));
    }

    @PUT
    @Path("{number}/signatures/district")
    @RolesAllowed({Roles.DISTRICT_SUPERINTENDENT, Roles.CFO, Roles.DEPUTY_CFO})
    @Operation(
            summary = "Agree for the district",
            description = "The last step; only these three may bind the district.")
    @APIResponse(
            responseCode = "200",
            description = "Signed",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract, no-such-amendment")
    @APIResponse(
            responseCode = "409",
            description =
                    "step-not-demanded, step-taken-already, step-too-early, contract-state-not-now, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "same-person, not-a-signatory")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response signForTheDistrict(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return doors.ok(amendContract.sign(
                new ContractId(id),
                IfMatch.version(ifMatch),
                number,
                Step.DISTRICT,
                doors.person(),
                doors.roles(),
                null,
                false,
                doors.sight()));
    }

    @PUT
    @Path("{number}/withdrawal")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(summary = "Withdraw a proposed amendment")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract, no-such-amendment")
    @APIResponse(responseCode = "409", description = "contract-state-not-now, contract-ended")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response withdraw(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return doors.ok(amendContract.withdraw(new ContractId(id), IfMatch.version(ifMatch), number, doors.sight()));
    }

    @PUT
    @Path("{number}/execution")
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Bring an amendment into force",
            description = "Encumbers what is more, gives back what is less. Says ContractAmended.")
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content = @Content(schema = @Schema(implementation = ContractJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-contract, no-such-amendment")
    @APIResponse(
            responseCode = "409",
            description =
                    "contract-not-complete, not-appropriated, increase-not-reserved, while-suspended, contract-papers-not-valid, contract-state-not-now, contract-ended, signed-other-terms")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "framework-value-exceeded")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response execute(
            @PathParam("id") UUID id,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return doors.ok(amendContract.agree(new ContractId(id), IfMatch.version(ifMatch), number));
    }
}
