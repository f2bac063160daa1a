package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.usecase.SetCutOff;

/** The doors for the day from which on offers are asked for in a fund. */
@Path("/cut-offs/{fundId}")
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
@Tag(name = "Processes", description = "How a program is bought for all schools that chose it")
public class CutOffResource {

    private final SetCutOff setCutOff;

    CutOffResource(SetCutOff setCutOff) {
        this.setCutOff = setCutOff;
    }

    /** A fund's day. */
    @Schema(name = "CutOff")
    public record CutOffJson(
            UUID fundId,

            @Schema(description = "Absent while none is set") @Nullable LocalDate solicitFrom) {}

    /** What it takes to set it. */
    @Schema(name = "SetCutOff")
    public record ToSet(
            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-03-01")
            LocalDate solicitFrom) {}

    @GET
    @Operation(summary = "Read the day from which on offers are asked for")
    @APIResponse(
            responseCode = "200",
            description = "The day, if one is set",
            content = @Content(schema = @Schema(implementation = CutOffJson.class)))
    @APIResponse(responseCode = "404", description = "fund-not-known-to-ledger")
    public Response read(@PathParam("fundId") UUID fundId) {
        var found = setCutOff.of(new FundId(fundId));
        return Answers.ok(new CutOffJson(fundId, found.value().orElse(null)), found.version());
    }

    @PUT
    @RolesAllowed(Roles.PROCUREMENT_OFFICER)
    @Operation(
            summary = "Set the day from which on offers are asked for",
            description =
                    "So that the schools that chose in time are bought for together; what was asked for before stays. If-Match takes the ETag that GET answers, also while no day is set.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = CutOffJson.class)))
    @APIResponse(responseCode = "404", description = "fund-not-known-to-ledger")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response set(
            @PathParam("fundId") UUID fundId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ToSet asked) {
        var set = setCutOff.set(new FundId(fundId), asked.solicitFrom(), IfMatch.version(ifMatch));
        return Answers.ok(new CutOffJson(fundId, set.value()), set.version());
    }
}
