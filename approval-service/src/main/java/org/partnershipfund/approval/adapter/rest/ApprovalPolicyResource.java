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
import jakarta.ws.rs.BeanParam;
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
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.policy.ApprovalPolicies;
import org.partnershipfund.approval.usecase.SetApprovalPolicy;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;

/** The doors for what the district decides about approving. */
@Path("/approval-policies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    BUDGET_OFFICE,
    PARTNERSHIPS_TEAM,
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    DISTRICT_SUPERINTENDENT,
    RECORDS_AUDITOR
})
@Tag(name = "Approval policies", description = "What holds for selections of one fund: data, with its source")
public class ApprovalPolicyResource {

    private final ApprovalPolicies policies;
    private final SetApprovalPolicy setPolicy;

    ApprovalPolicyResource(ApprovalPolicies policies, SetApprovalPolicy setPolicy) {
        this.policies = policies;
        this.setPolicy = setPolicy;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List approval policies", description = "One per fund that was heard of.")
    public Page<ApprovalPolicyJson> list(@BeanParam PageRequest page) {
        return Page.of(
                        policies.list(
                                page.after().map(cursor -> new FundId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().fund().value()))
                .map(found -> ApprovalPolicyJson.of(found.value()));
    }

    @GET
    @Path("{fundId}")
    @Operation(summary = "Read the approval policy of a fund")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content = @Content(schema = @Schema(implementation = ApprovalPolicyJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-approval-policy")
    public Response read(@PathParam("fundId") UUID fund) {
        var policy = setPolicy.read(new FundId(fund));
        return Answers.ok(ApprovalPolicyJson.of(policy.value()), policy.version());
    }

    @PUT
    @Path("{fundId}")
    @RolesAllowed(BUDGET_OFFICE)
    @Operation(
            summary = "Set the approval policy of a fund",
            description = "Holds for what happens from now on; the audit trail keeps what it was before.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = ApprovalPolicyJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-approval-policy")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response set(
            @PathParam("fundId") UUID fund,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ApprovalPolicyJson.ToSet asked) {
        var id = new FundId(fund);
        var policy = setPolicy.set(id, IfMatch.version(ifMatch), at -> asked.policy(id, at));
        return Answers.ok(ApprovalPolicyJson.of(policy.value()), policy.version());
    }
}
