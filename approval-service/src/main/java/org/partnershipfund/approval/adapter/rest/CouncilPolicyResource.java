package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.adapter.rest.ConductJson.PolicyJson;
import org.partnershipfund.approval.adapter.rest.ConductJson.PolicyToSet;
import org.partnershipfund.approval.council.CouncilPolicy;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.usecase.SetCouncilPolicy;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.kernel.Versioned;

/** The doors for what the district decides about councils that decide on money of one fund. */
@Path("/council-policies/{fundId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    PARTNERSHIPS_TEAM,
    BUDGET_OFFICE,
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    DISTRICT_SUPERINTENDENT,
    RECORDS_AUDITOR
})
@Tag(
        name = "Council conduct",
        description =
                "Co-chairs by date, the yearly acknowledgement of the conflict-of-interest law, elections and first meetings")
public class CouncilPolicyResource {

    private final SetCouncilPolicy setPolicy;

    CouncilPolicyResource(SetCouncilPolicy setPolicy) {
        this.setPolicy = setPolicy;
    }

    @GET
    @Operation(
            summary = "Read how councils conduct themselves about a fund",
            description = "The default, with ETag \"0\", until somebody decided otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content = @Content(schema = @Schema(implementation = PolicyJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-approval-policy")
    public Response read(@PathParam("fundId") UUID fund) {
        return ok(setPolicy.read(new FundId(fund)));
    }

    @PUT
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Decide how councils conduct themselves about a fund",
            description =
                    "Holds for ballots from now on. With coiAcknowledgementRequired only members who acknowledged the conflict-of-interest law this fiscal year vote yes or no; everybody may abstain or be recused.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = PolicyJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-approval-policy")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response set(
            @PathParam("fundId") UUID fund,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PolicyToSet asked) {
        return ok(setPolicy.set(
                new FundId(fund), IfMatch.version(ifMatch), asked.coiAcknowledgementRequired(), asked.source()));
    }

    private static Response ok(Versioned<CouncilPolicy> policy) {
        return Answers.ok(PolicyJson.of(policy.value()), policy.version());
    }
}
