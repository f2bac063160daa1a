package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

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
import org.partnershipfund.approval.supervision.DelegationId;
import org.partnershipfund.approval.usecase.DecideSelection.Decider;
import org.partnershipfund.approval.usecase.DelegateStep;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The doors for deciding in another's place. */
@Path("/delegations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    BUDGET_OFFICE,
    PARTNERSHIPS_TEAM,
    INSTRUCTIONAL_SUPERINTENDENT,
    DISTRICT_SUPERINTENDENT,
    CFO,
    DEPUTY_CFO,
    RECORDS_AUDITOR
})
@Tag(name = "Delegations", description = "Who decides in whose place, from day to day; both stand on the decision")
public class DelegationResource {

    private final DelegateStep delegateStep;
    private final Callers callers;

    DelegationResource(DelegateStep delegateStep, Callers callers) {
        this.delegateStep = delegateStep;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @RolesAllowed({
        BUDGET_OFFICE,
        PARTNERSHIPS_TEAM,
        INSTRUCTIONAL_SUPERINTENDENT,
        DISTRICT_SUPERINTENDENT,
        CFO,
        DEPUTY_CFO
    })
    @Operation(
            summary = "Let somebody decide in your place",
            description =
                    "At one step that is yours, for some or all of your schools, from day to day; an office's step until 90 days from today at most. What was delegated to you is not yours to delegate. Neither of both may have submitted or decided the version.")
    @APIResponse(
            responseCode = "201",
            description = "Delegated",
            content = @Content(schema = @Schema(implementation = DelegationJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "nothing-to-delegate, delegation-to-oneself, delegation-ends-before-it-begins, delegation-too-long, idempotency-key-reused")
    public Response delegate(@Valid @NotNull DelegationJson.ToDelegate asked) {
        Decider me = callers.decider();
        var delegation = delegateStep.delegate(me.person(), me.roles(), asked.asked());
        return Answers.created(
                "/delegations/" + delegation.value().id().value(),
                DelegationJson.of(delegation.value()),
                delegation.version());
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List delegations",
            description = "Those that you made or were given; the partnerships team and the records auditor see all.")
    public Page<DelegationJson> list(@BeanParam Paging page) {
        return Page.of(
                        delegateStep.list(
                                callers.me(),
                                callers.watches(),
                                page.after().map(cursor -> new DelegationId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().id().value()))
                .map(found -> DelegationJson.of(found.value()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one delegation")
    @APIResponse(
            responseCode = "200",
            description = "The delegation",
            content = @Content(schema = @Schema(implementation = DelegationJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-delegation")
    public Response read(@PathParam("id") UUID id) {
        var delegation = delegateStep.read(new DelegationId(id), callers.me(), callers.watches());
        return Answers.ok(DelegationJson.of(delegation.value()), delegation.version());
    }

    @PUT
    @Path("{id}/revocation")
    @RolesAllowed({
        BUDGET_OFFICE,
        PARTNERSHIPS_TEAM,
        INSTRUCTIONAL_SUPERINTENDENT,
        DISTRICT_SUPERINTENDENT,
        CFO,
        DEPUTY_CFO
    })
    @Operation(
            summary = "Take a delegation back",
            description =
                    "By whoever made it, or the partnerships team; from now on. What was decided under it stands.")
    @APIResponse(
            responseCode = "200",
            description = "Revoked",
            content = @Content(schema = @Schema(implementation = DelegationJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-delegation")
    @APIResponse(responseCode = "409", description = "delegation-revoked")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response revoke(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var delegation = delegateStep.revoke(
                new DelegationId(id), IfMatch.version(ifMatch), callers.me(), callers.isPartnershipsTeam());
        return Answers.ok(DelegationJson.of(delegation.value()), delegation.version());
    }
}
