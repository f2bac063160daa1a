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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Councils;
import org.partnershipfund.approval.council.Meeting;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Meetings;
import org.partnershipfund.approval.usecase.HoldMeeting;
import org.partnershipfund.approval.usecase.ReadCouncils;
import org.partnershipfund.approval.usecase.SeatCouncil;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** The doors for councils, and for the meetings of one council. */
@Path("/councils")
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
@Tag(name = "Councils", description = "The School Site Council of each school: who sits on it, when it meets")
public class CouncilResource {

    private final Councils councils;
    private final ReadCouncils readCouncils;
    private final SeatCouncil seatCouncil;
    private final HoldMeeting holdMeeting;
    private final Meetings meetings;
    private final Callers callers;

    CouncilResource(
            Councils councils,
            ReadCouncils readCouncils,
            SeatCouncil seatCouncil,
            HoldMeeting holdMeeting,
            Meetings meetings,
            Callers callers) {
        this.councils = councils;
        this.readCouncils = readCouncils;
        this.seatCouncil = seatCouncil;
        this.holdMeeting = holdMeeting;
        this.meetings = meetings;
        this.callers = callers;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List councils",
            description = "By school code, without members. A school's people see their schools, the offices all.")
    public Page<CouncilJson.Summary> list(@BeanParam PageRequest page) {
        return Page.of(
                        councils.list(
                                callers.reach().schools(),
                                page.after().map(cursor -> cursor.school(0)),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().school()))
                .map(found -> CouncilJson.Summary.of(found.value(), readCouncils.places(found.value())));
    }

    @GET
    @Path("{schoolCode}")
    @Operation(
            summary = "Read a school's council",
            description = "With the names of its members, which is why who reads it is kept on record.")
    @APIResponse(
            responseCode = "200",
            description = "The council",
            content = @Content(schema = @Schema(implementation = CouncilJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-council")
    public Response read(@PathParam("schoolCode") SchoolCode school) {
        return ok(readCouncils.withNames(school, callers.reach()));
    }

    @PUT
    @Path("{schoolCode}")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Seat a school's council",
            description =
                    "Without If-Match the school's first council, with If-Match its next state: who is named sits, who was seated and is not named ends yesterday, or never begins. Says CouncilSeatTaken for every seat that is new, ends otherwise or never begins, but for a student's.")
    @APIResponse(
            responseCode = "200",
            description = "Seated",
            content = @Content(schema = @Schema(implementation = CouncilJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-council")
    @APIResponse(responseCode = "409", description = "council-exists")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "seat-ends-before-it-begins, principal-has-no-alternate, person-seated-twice, too-many-seats, principal-missing, co-chair-not-seated, parent-on-staff, associate-has-a-seat")
    public Response seat(
            @PathParam("schoolCode") SchoolCode school,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull CouncilJson.ToSeat asked) {
        return ok(
                ifMatch == null
                        ? seatCouncil.first(school, asked.seating())
                        : seatCouncil.anew(school, IfMatch.version(ifMatch), asked.seating()));
    }

    @POST
    @Path("{schoolCode}/meetings")
    @Idempotent
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Post a meeting of the council with its agenda",
            description =
                    "By the principal or the co-chair. It is posted now; it begins when the notice of the fund's policy (48 hours unless set otherwise) has passed. Each selection is put on the agenda as it is now.")
    @APIResponse(
            responseCode = "201",
            description = "Posted",
            content = @Content(schema = @Schema(implementation = MeetingJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-council, no-such-selection")
    @APIResponse(responseCode = "409", description = "not-for-the-council, fund-closed, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "not-the-chair, notice-too-short, idempotency-key-reused")
    public Response post(@PathParam("schoolCode") SchoolCode school, @Valid @NotNull MeetingJson.ToPost asked) {
        var meeting = holdMeeting.post(school, callers.me(), callers.reach(), asked.asked());
        return Answers.created(
                "/meetings/" + meeting.value().notice().id().value(),
                MeetingJson.of(meeting.value()),
                meeting.version());
    }

    @GET
    @Path("{schoolCode}/meetings")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the meetings of the council", description = "In the order in which they were posted.")
    public Page<MeetingJson.Summary> meetings(@PathParam("schoolCode") SchoolCode school, @BeanParam Paging page) {
        return Page.of(
                        callers.reach().covers(school)
                                ? meetings.list(
                                        school, page.after().map(cursor -> new MeetingId(cursor.uuid(0))), page.rows())
                                : List.<Versioned<Meeting>>of(),
                        page,
                        found -> Cursor.at(found.value().notice().id().value()))
                .map(found -> MeetingJson.Summary.of(found.value()));
    }

    private Response ok(Versioned<Council> council) {
        return Answers.ok(CouncilJson.of(council.value(), readCouncils.places(council.value())), council.version());
    }
}
