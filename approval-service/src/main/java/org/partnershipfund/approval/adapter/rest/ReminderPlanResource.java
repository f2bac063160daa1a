package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

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
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.usecase.SetReminderPlan;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.IfMatch;

/** The doors for when people of a fund are reminded. */
@Path("/reminder-plans/{fundId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({PARTNERSHIPS_TEAM, BUDGET_OFFICE, DISTRICT_SUPERINTENDENT, RECORDS_AUDITOR})
@Tag(name = "Mail")
public class ReminderPlanResource {

    private final SetReminderPlan setPlan;

    ReminderPlanResource(SetReminderPlan setPlan) {
        this.setPlan = setPlan;
    }

    @GET
    @Operation(
            summary = "Read when people of a fund are reminded",
            description =
                    "Unless set otherwise 7, 3 and 1 days before a deadline, and the next level two days after it.")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = ReminderPlanJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-reminder-plan")
    public Response read(@PathParam("fundId") UUID fund) {
        var plan = setPlan.read(new FundId(fund));
        return Answers.ok(ReminderPlanJson.of(plan.value()), plan.version());
    }

    @PUT
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Set when people of a fund are reminded",
            description = "Holds from the next round on; nobody is told twice of what they were told already.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = ReminderPlanJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-reminder-plan")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response set(
            @PathParam("fundId") UUID fund,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ReminderPlanJson.ToSet asked) {
        var id = new FundId(fund);
        var plan = setPlan.set(id, IfMatch.version(ifMatch), at -> asked.plan(id, at));
        return Answers.ok(ReminderPlanJson.of(plan.value()), plan.version());
    }
}
