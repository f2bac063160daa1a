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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.support.MatchingMeetingId;
import org.partnershipfund.approval.support.MatchingMeetings;
import org.partnershipfund.approval.usecase.RecordMatchingMeeting;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** The doors for meetings at which superintendent, central office and school looked for partners. */
@Path("/schools/{schoolCode}/matching-meetings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    PARTNERSHIPS_TEAM,
    BUDGET_OFFICE,
    DISTRICT_SUPERINTENDENT,
    RECORDS_AUDITOR
})
@Tag(name = "Support")
public class MatchingMeetingResource {

    private final MatchingMeetings meetings;
    private final RecordMatchingMeeting recordMeeting;
    private final Callers callers;

    MatchingMeetingResource(MatchingMeetings meetings, RecordMatchingMeeting recordMeeting, Callers callers) {
        this.meetings = meetings;
        this.recordMeeting = recordMeeting;
        this.callers = callers;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the matching meetings with a school",
            description = "In the order in which they were recorded. A school's people see their own, the offices all.")
    @APIResponse(responseCode = "200", description = "The meetings")
    @APIResponse(responseCode = "404", description = "no-school-of-yours")
    public Page<MatchingMeetingJson> list(
            @PathParam("schoolCode") SchoolCode school,
            @BeanParam PageRequest page,
            @Parameter(description = "Only for this fiscal year") @QueryParam("fiscalYear") @Nullable FiscalYear year) {
        var filter =
                new MatchingMeetings.Filter(callers.mustReach(school), Optional.ofNullable(year), page.modifiedAfter());
        var after = page.after().map(cursor -> new MatchingMeetingId(cursor.uuid(0)));
        return Page.of(
                        meetings.list(filter, after, page.rows()),
                        page,
                        found -> Cursor.at(found.id().value()))
                .map(MatchingMeetingJson::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one matching meeting")
    @APIResponse(
            responseCode = "200",
            description = "The meeting",
            content = @Content(schema = @Schema(implementation = MatchingMeetingJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-matching-meeting")
    public Response read(@PathParam("schoolCode") SchoolCode school, @PathParam("id") UUID id) {
        return Answers.ok(
                MatchingMeetingJson.of(recordMeeting.read(school, new MatchingMeetingId(id), callers.reach())), 1);
    }

    @POST
    @Idempotent
    @RolesAllowed({INSTRUCTIONAL_SUPERINTENDENT, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Record a matching meeting with a school",
            description =
                    "By the superintendent of the school or the partnerships team, once it has taken place: who was there by what they are, what was said of needs, which suggestions were talked about. A record never changes.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = MatchingMeetingJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-school-of-yours, no-such-suggestion")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "held-in-the-future, nobody-of-the-school, idempotency-key-reused")
    public Response record(
            @PathParam("schoolCode") SchoolCode school, @Valid @NotNull MatchingMeetingJson.ToRecord asked) {
        var meeting = recordMeeting.record(school, asked.asked(), callers.me(), callers.reach());
        return Answers.created(
                "/schools/%s/matching-meetings/%s"
                        .formatted(school, meeting.id().value()),
                MatchingMeetingJson.of(meeting),
                1);
    }
}
