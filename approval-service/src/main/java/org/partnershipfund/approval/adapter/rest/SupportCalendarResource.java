package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.PermitAll;
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
import org.partnershipfund.approval.usecase.SetSupportCalendar;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.IfMatch;

/** The doors for the days on which a fund's schools are helped. */
@Path("/support-calendars/{fundId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support", description = "Help for every school, eligible or not: sessions, bookings, calendars")
public class SupportCalendarResource {

    private final SetSupportCalendar setCalendar;

    SupportCalendarResource(SetSupportCalendar setCalendar) {
        this.setCalendar = setCalendar;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read on which days a fund's schools are helped",
            description = "Unless set otherwise 11 to 13 December and 14 December to 11 January, as in December 2017.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(schema = @Schema(implementation = SupportCalendarJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-support-calendar")
    public Response read(@PathParam("fundId") UUID fund) {
        var calendar = setCalendar.read(new FundId(fund));
        return Answers.ok(SupportCalendarJson.of(calendar.value()), calendar.version());
    }

    @PUT
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Set on which days a fund's schools are helped",
            description = "Holds for sessions that are announced or moved from now on; the others stay as they are.")
    @APIResponse(
            responseCode = "200",
            description = "Set",
            content = @Content(schema = @Schema(implementation = SupportCalendarJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-support-calendar")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "last-day-before-the-first")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response set(
            @PathParam("fundId") UUID fund,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SupportCalendarJson.ToSet asked) {
        var id = new FundId(fund);
        var calendar = setCalendar.set(id, IfMatch.version(ifMatch), at -> asked.calendar(id, at));
        return Answers.ok(SupportCalendarJson.of(calendar.value()), calendar.version());
    }
}
