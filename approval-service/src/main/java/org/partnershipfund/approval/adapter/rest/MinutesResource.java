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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.usecase.WriteMinutes;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;

/** The doors for the minutes of one meeting. */
@Path("/meetings/{id}/minutes")
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
public class MinutesResource {

    private final WriteMinutes writeMinutes;
    private final Callers callers;

    MinutesResource(WriteMinutes writeMinutes, Callers callers) {
        this.writeMinutes = writeMinutes;
        this.callers = callers;
    }

    @GET
    @Operation(
            summary = "Read the minutes of a meeting",
            description =
                    "The newest version, for the school's people and the offices; who reads it is kept on record, because it has names.")
    @APIResponse(
            responseCode = "200",
            description = "The minutes",
            content = @Content(schema = @Schema(implementation = MinutesJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-meeting, no-such-minutes")
    public Response newest(@PathParam("id") UUID id) {
        return ok(writeMinutes.read(new MeetingId(id), Optional.empty(), callers.reach()));
    }

    @GET
    @Path("{version}")
    @Operation(summary = "Read an earlier version of the minutes")
    @APIResponse(
            responseCode = "200",
            description = "That version; it never changes",
            content = @Content(schema = @Schema(implementation = MinutesJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-meeting, no-such-minutes")
    public Response read(@PathParam("id") UUID id, @PathParam("version") int version) {
        return ok(writeMinutes.read(new MeetingId(id), Optional.of(version), callers.reach()));
    }

    @POST
    @Idempotent
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Write the minutes of a meeting",
            description =
                    "By the principal or the co-chair, once attendance is on record and no motion is open. They hold who was present, also without a vote, and are the school's people's from then on.")
    @APIResponse(
            responseCode = "201",
            description = "Written",
            content = @Content(schema = @Schema(implementation = MinutesJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-meeting")
    @APIResponse(
            responseCode = "409",
            description = "not-convened, motions-open, minutes-exist, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "not-the-chair, idempotency-key-reused")
    public Response write(@PathParam("id") UUID id, @Valid @NotNull MinutesJson.ToWrite asked) {
        var written = writeMinutes.first(new MeetingId(id), asked.text(), callers.me(), callers.reach());
        return Answers.created(
                "/meetings/" + id + "/minutes",
                MinutesJson.of(written),
                written.minutes().version());
    }

    @PUT
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Correct the minutes",
            description =
                    "By the principal or the co-chair: a new version with its reason; every earlier one stays readable.")
    @APIResponse(
            responseCode = "200",
            description = "The new version",
            content = @Content(schema = @Schema(implementation = MinutesJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-meeting, no-such-minutes")
    @APIResponse(responseCode = "409", description = "motions-open")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "not-the-chair")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response correct(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull MinutesJson.ToCorrect asked) {
        return ok(writeMinutes.correct(
                new MeetingId(id),
                IfMatch.version(ifMatch),
                asked.text(),
                asked.correction(),
                callers.me(),
                callers.reach()));
    }

    private static Response ok(WriteMinutes.Read read) {
        return Answers.ok(MinutesJson.of(read), read.minutes().version());
    }
}
