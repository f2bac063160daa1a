package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.PROCUREMENT_OFFICER;
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
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.approval.usecase.SetSelectionRules;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.Versioned;

/** The doors for what a fund asks of selections. */
@Path("/funds/{fundId}/selection-rules")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    BUDGET_OFFICE,
    PARTNERSHIPS_TEAM,
    PROCUREMENT_OFFICER,
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    DISTRICT_SUPERINTENDENT,
    CFO,
    DEPUTY_CFO,
    RECORDS_AUDITOR
})
@Tag(
        name = "Selection rules",
        description = "What a fund asks of selections beside the allocation: data from a day on, with its source")
public class SelectionRulesResource {

    private final SetSelectionRules setRules;

    SelectionRulesResource(SetSelectionRules setRules) {
        this.setRules = setRules;
    }

    @GET
    @Operation(
            summary = "Read the rules for selections of a fund",
            description =
                    "Those in force today, or on another day: of the versions that have begun the one with the highest number. The ETag is the number of the newest version, which may begin later.")
    @APIResponse(
            responseCode = "200",
            description = "The rules of that day",
            content = @Content(schema = @Schema(implementation = SelectionRulesJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-selection-rules")
    public Response read(
            @PathParam("fundId") UUID fund,
            @QueryParam("on")
                    @Parameter(description = "A day in the district; absent for today", example = "2018-01-11")
                    @Nullable LocalDate on) {
        return ok(setRules.on(new FundId(fund), Optional.ofNullable(on)));
    }

    @GET
    @Path("versions")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List every version of the rules", description = "The first one first, each with its source.")
    @APIResponse(responseCode = "200", description = "The versions of the rules")
    @APIResponse(responseCode = "404", description = "no-such-selection-rules")
    public Page<SelectionRulesJson> versions(@PathParam("fundId") UUID fund, @BeanParam Paging page) {
        long after = page.after().map(cursor -> cursor.number(0)).orElse(0L);
        return Page.of(
                        setRules.versions(new FundId(fund)).stream()
                                .filter(rules -> rules.version() > after)
                                .limit(page.rows())
                                .toList(),
                        page,
                        rules -> Cursor.at(rules.version()))
                .map(SelectionRulesJson::of);
    }

    @PUT
    @RolesAllowed(BUDGET_OFFICE)
    @Operation(
            summary = "Set the rules for selections of a fund",
            description =
                    "Adds a version that counts from its first day on, also instead of earlier versions that begin later; they stay on record. What was submitted before is not measured again.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = SelectionRulesJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-selection-rules")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "rules-backdated, partner-numbers-do-not-fit, shares-do-not-fit")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response set(
            @PathParam("fundId") UUID fund,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SelectionRulesJson.ToSet asked) {
        var id = new FundId(fund);
        return ok(setRules.set(
                id, IfMatch.version(ifMatch), (version, today, at) -> asked.rules(id, version, today, at)));
    }

    private static Response ok(Versioned<SelectionRules> rules) {
        return Answers.ok(SelectionRulesJson.of(rules.value()), rules.version());
    }
}
