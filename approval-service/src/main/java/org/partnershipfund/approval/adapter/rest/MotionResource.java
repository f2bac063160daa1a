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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.MotionId;
import org.partnershipfund.approval.council.Motions;
import org.partnershipfund.approval.usecase.CloseMotion;
import org.partnershipfund.approval.usecase.PutMotion;
import org.partnershipfund.approval.usecase.VoteOnMotion;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.Versioned;

/** The doors for motions: ballots, roll call, closing, and the principal's account. */
@Path("/motions")
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
@Tag(name = "Motions", description = "How a council decides: a majority of the votes cast, the principal with it")
public class MotionResource {

    private final Motions motions;
    private final PutMotion putMotion;
    private final VoteOnMotion voteOnMotion;
    private final CloseMotion closeMotion;
    private final Callers callers;

    MotionResource(
            Motions motions, PutMotion putMotion, VoteOnMotion voteOnMotion, CloseMotion closeMotion, Callers callers) {
        this.motions = motions;
        this.putMotion = putMotion;
        this.voteOnMotion = voteOnMotion;
        this.closeMotion = closeMotion;
        this.callers = callers;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List motions",
            description =
                    "In the order in which they were opened. result=blocked is what waits for the partnerships team, accountOwed=true what principals still owe.")
    public Page<MotionJson.Summary> list(
            @BeanParam Paging page,
            @Parameter(description = "Only about this selection") @QueryParam("selectionId") @Nullable UUID selectionId,
            @Parameter(
                            description = "Only with this result",
                            schema = @Schema(enumeration = {"open", "passed", "lost", "no-quorum", "blocked"}))
                    @QueryParam("result")
                    @Nullable String result,
            @Parameter(description = "true: only those for which the principal owes an account")
                    @QueryParam("accountOwed")
                    boolean accountOwed) {
        var filter = new Motions.Filter(
                callers.reach().schools(), Optional.ofNullable(selectionId), Optional.ofNullable(result), accountOwed);
        return Page.of(
                        motions.list(filter, page.after().map(cursor -> new MotionId(cursor.uuid(0))), page.rows()),
                        page,
                        found -> Cursor.at(found.value().question().id().value()))
                .map(found -> MotionJson.Summary.of(found.value()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one motion with its ballots, count and reasons")
    @APIResponse(
            responseCode = "200",
            description = "The motion",
            content = @Content(schema = @Schema(implementation = MotionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-motion")
    public Response read(@PathParam("id") UUID id) {
        return ok(putMotion.read(new MotionId(id), callers.reach()));
    }

    @PUT
    @Path("{id}/ballots/mine")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Cast one's own ballot",
            description =
                    "By a member who is recorded as present, while the motion is open, on the day of its meeting; a later one replaces it, but a tie that was declared stands. Without If-Match: nobody else changes one's own ballot. The ETag of the answer is the motion's.")
    @APIResponse(
            responseCode = "200",
            description = "Cast",
            content = @Content(schema = @Schema(implementation = MotionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-motion")
    @APIResponse(responseCode = "409", description = "motion-closed, meeting-over")
    @APIResponse(
            responseCode = "422",
            description = "no-vote, not-present, tie-missing, tie-stands, acknowledgement-owed")
    public Response cast(@PathParam("id") UUID id, @Valid @NotNull MotionJson.ToCast asked) {
        return ok(voteOnMotion.cast(new MotionId(id), callers.me(), callers.reach(), asked.choice(), asked.ties()));
    }

    @PUT
    @Path("{id}/roll-call")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Enter a roll call",
            description =
                    "By the principal or the co-chair, for members who did not cast a ballot themselves; the other of the two confirms it before the motion can be closed.")
    @APIResponse(
            responseCode = "200",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = MotionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-motion")
    @APIResponse(responseCode = "409", description = "motion-closed, meeting-over")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "not-the-chair, not-present, own-ballot-stands, tie-missing, tie-stands, acknowledgement-owed")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response callTheRoll(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull MotionJson.ToCall asked) {
        return ok(voteOnMotion.callTheRoll(
                new MotionId(id), IfMatch.version(ifMatch), callers.me(), callers.reach(), asked.called()));
    }

    @PUT
    @Path("{id}/confirmation")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Confirm the roll call",
            description = "By the one of principal and co-chair who did not enter it.")
    @APIResponse(
            responseCode = "200",
            description = "Confirmed",
            content = @Content(schema = @Schema(implementation = MotionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-motion")
    @APIResponse(responseCode = "409", description = "motion-closed, meeting-over, no-roll-call")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "not-the-chair, roll-call-by-the-same")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response confirm(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(voteOnMotion.confirm(new MotionId(id), IfMatch.version(ifMatch), callers.me(), callers.reach()));
    }

    @PUT
    @Path("{id}/closing")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Close the motion and count",
            description =
                    "By the principal or the co-chair, once everybody who is present has a vote. passed: the superintendent is next. lost: the selection goes back to the school (says SelectionReturned). no-quorum: nothing is decided, the selection waits for another meeting. blocked: the principal is recused, the partnerships team is asked.")
    @APIResponse(
            responseCode = "200",
            description = "Closed, with result, count and every reason",
            content = @Content(schema = @Schema(implementation = MotionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-motion")
    @APIResponse(
            responseCode = "409",
            description = "motion-closed, meeting-over, roll-call-not-confirmed, votes-missing")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "not-the-chair, not-sitting-then")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(closeMotion.close(new MotionId(id), IfMatch.version(ifMatch), callers.me(), callers.reach()));
    }

    @PUT
    @Path("{id}/account")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Record the principal's account",
            description =
                    "Owed in writing and in person at a later meeting by a principal who voted against the majority.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = MotionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-motion, no-such-meeting")
    @APIResponse(responseCode = "409", description = "motion-still-open, no-account-owed, account-given-before")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "not-the-chair, account-not-at-a-later-meeting")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response account(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull MotionJson.ToAccount asked) {
        return ok(closeMotion.account(
                new MotionId(id),
                IfMatch.version(ifMatch),
                callers.me(),
                callers.reach(),
                asked.text(),
                new MeetingId(asked.meetingId())));
    }

    private static Response ok(Versioned<Motion> motion) {
        return Answers.ok(MotionJson.of(motion.value()), motion.version());
    }
}
