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
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.HoldMeeting;
import org.partnershipfund.approval.usecase.PutMotion;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;

/** The doors for one meeting: who is there, and what is put to them. */
@Path("/meetings")
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
@Tag(name = "Meetings", description = "A council's meeting: posted with its agenda, convened, motions put")
public class MeetingResource {

    private final HoldMeeting holdMeeting;
    private final PutMotion putMotion;
    private final Callers callers;

    MeetingResource(HoldMeeting holdMeeting, PutMotion putMotion, Callers callers) {
        this.holdMeeting = holdMeeting;
        this.putMotion = putMotion;
        this.callers = callers;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one meeting")
    @APIResponse(
            responseCode = "200",
            description = "The meeting",
            content = @Content(schema = @Schema(implementation = MeetingJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-meeting")
    public Response read(@PathParam("id") UUID id) {
        var meeting = holdMeeting.read(new MeetingId(id), callers.reach());
        return Answers.ok(MeetingJson.of(meeting.value()), meeting.version());
    }

    @PUT
    @Path("{id}/attendance")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Record who is present",
            description = "By the principal or the co-chair, from the beginning on and while no motion is open.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = MeetingJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-meeting")
    @APIResponse(responseCode = "409", description = "meeting-not-begun, motions-open")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description = "not-the-chair, not-sitting-then, alternate-without-absence, associate-not-serving")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response attend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull MeetingJson.ToAttend asked) {
        var meeting = holdMeeting.attend(
                new MeetingId(id),
                IfMatch.version(ifMatch),
                callers.me(),
                callers.reach(),
                asked.seats(),
                asked.guests());
        return Answers.ok(MeetingJson.of(meeting.value()), meeting.version());
    }

    @POST
    @Path("{id}/motions")
    @Idempotent
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Put a selection of the agenda to the council",
            description =
                    "By the principal or the co-chair, on the day of the meeting; the motion binds to the version that the agenda announced. Who declared a tie in an earlier motion about it is recused from the start.")
    @APIResponse(
            responseCode = "201",
            description = "Open for ballots",
            content = @Content(schema = @Schema(implementation = MotionJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-meeting")
    @APIResponse(
            responseCode = "409",
            description =
                    "not-convened, meeting-over, not-for-the-council, fund-closed, agenda-outdated, moved-before, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "not-the-chair, not-sitting-then, not-on-the-agenda, idempotency-key-reused")
    public Response move(@PathParam("id") UUID id, @Valid @NotNull MotionJson.ToMove asked) {
        var motion =
                putMotion.open(new MeetingId(id), new SelectionId(asked.selectionId()), callers.me(), callers.reach());
        return Answers.created(
                "/motions/" + motion.value().question().id().value(), MotionJson.of(motion.value()), motion.version());
    }
}
