package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.usecase.RecordStages;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The doors for the stages in which a fund's selections are approved. */
@Path("/approval-policies/{fundId}/stages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    BUDGET_OFFICE,
    PARTNERSHIPS_TEAM,
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    DISTRICT_SUPERINTENDENT,
    CFO,
    DEPUTY_CFO,
    RECORDS_AUDITOR
})
@Tag(name = "Approval policies", description = "What holds for selections of one fund: data, with its source")
public class StagesResource {

    private final RecordStages recordStages;
    private final Callers callers;

    StagesResource(RecordStages recordStages, Callers callers) {
        this.recordStages = recordStages;
        this.callers = callers;
    }

    @GET
    @Operation(
            summary = "Read in which stages selections of a fund are approved",
            description =
                    "As they hold for submissions of a day; a selection in flight keeps those it was submitted under. The ETag is that of the newest version, for the next PUT.")
    @APIResponse(
            responseCode = "200",
            description = "The stages of that day",
            content = @Content(schema = @Schema(implementation = StagesJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-approval-policy")
    public Response on(
            @PathParam("fundId") UUID fund,
            @Parameter(description = "A day in the district; absent for today") @QueryParam("on") @Nullable LocalDate day) {
        var stages = recordStages.on(new FundId(fund), Optional.ofNullable(day));
        return Answers.ok(StagesJson.of(stages.value()), stages.version());
    }

    @GET
    @Path("versions")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "Read every recorded version of the stages",
            description = "Oldest first, each with its first day and source. None: the default holds.")
    @APIResponse(responseCode = "200", description = "The versions of the stages")
    @APIResponse(responseCode = "404", description = "no-such-approval-policy")
    public Page<StagesJson> versions(@PathParam("fundId") UUID fund, @BeanParam Paging page) {
        return Page.of(
                        recordStages.versions(
                                new FundId(fund),
                                page.after().map(cursor -> cursor.place(0)).orElse(0),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.number()))
                .map(StagesJson::of);
    }

    @PUT
    @RolesAllowed(BUDGET_OFFICE)
    @Operation(
            summary = "Record a new version of the stages",
            description =
                    "Holds for submissions from its first day on, and replaces what was recorded for later days. The council stands in every version; each step stands once.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = StagesJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-approval-policy")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "stages-begin-in-the-past, step-named-twice, council-left-out")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response add(
            @PathParam("fundId") UUID fund,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull StagesJson.ToRecord asked) {
        var stages = recordStages.add(new FundId(fund), IfMatch.version(ifMatch), callers.me(), asked.asked());
        return Answers.ok(StagesJson.of(stages.value()), stages.version());
    }
}
