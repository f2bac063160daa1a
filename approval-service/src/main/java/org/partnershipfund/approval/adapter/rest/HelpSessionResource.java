package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
import org.partnershipfund.approval.support.BookingId;
import org.partnershipfund.approval.support.HelpKind;
import org.partnershipfund.approval.support.HelpSession;
import org.partnershipfund.approval.support.HelpSessions;
import org.partnershipfund.approval.support.SessionId;
import org.partnershipfund.approval.usecase.HoldHelpSession;
import org.partnershipfund.approval.usecase.ReadHelpSessions;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.Versioned;

/** The doors for help sessions: public to read, the partnerships team's to change. */
@Path("/help-sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support")
public class HelpSessionResource {

    /** What calendar programs read. */
    static final String CALENDAR = "text/calendar;charset=UTF-8";

    private final HelpSessions sessions;
    private final ReadHelpSessions readSessions;
    private final HoldHelpSession holdSession;
    private final Callers callers;
    private final Adults adults;

    HelpSessionResource(
            HelpSessions sessions,
            ReadHelpSessions readSessions,
            HoldHelpSession holdSession,
            Callers callers,
            Adults adults) {
        this.sessions = sessions;
        this.readSessions = readSessions;
        this.holdSession = holdSession;
        this.callers = callers;
        this.adults = adults;
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List help sessions",
            description =
                    "Office hours and technical assistance, open to every school, in the order in which they were announced; cancelled ones as such. Public, without the schools that come.")
    public Page<HelpSessionJson> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only of this fund") @QueryParam("fundId") @Nullable UUID fund,
            @Parameter(
                            description = "Only of this kind",
                            schema = @Schema(enumeration = {"office-hours", "technical-assistance"}))
                    @QueryParam("kind")
                    @Nullable String kind,
            @Parameter(description = "Only those that end later, such as now for what can still be booked")
                    @QueryParam("endsAfter")
                    @Nullable Instant endsAfter) {
        var filter = new HelpSessions.Filter(
                Optional.ofNullable(fund).map(FundId::new),
                Optional.ofNullable(kind).map(HelpSessionResource::kind),
                Optional.ofNullable(endsAfter),
                page.modifiedAfter());
        return Page.of(
                        sessions.list(filter, page.after().map(cursor -> new SessionId(cursor.uuid(0))), page.rows()),
                        page,
                        found -> Cursor.at(found.value().announced().id().value()))
                .map(found -> HelpSessionJson.of(found.value()));
    }

    private static HelpKind kind(String word) {
        for (HelpKind kind : HelpKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw ProblemException.parameter("kind", word, "it must be office-hours or technical-assistance");
    }

    @GET
    @Path("calendar.ics")
    @PermitAll
    @Produces(CALENDAR)
    @Operation(
            summary = "All help sessions as a calendar",
            description =
                    "RFC 5545, for any calendar program to subscribe to. The UID of a session never changes; SEQUENCE grows when it is moved or cancelled, and a cancelled one has STATUS:CANCELLED.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = "text/calendar", schema = @Schema(implementation = String.class)))
    public String calendar() {
        return readSessions.calendar();
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "Read one help session")
    @APIResponse(
            responseCode = "200",
            description = "The session",
            content = @Content(schema = @Schema(implementation = HelpSessionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-help-session")
    public Response read(@PathParam("id") UUID id) {
        return ok(readSessions.read(new SessionId(id)));
    }

    @POST
    @Idempotent
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Announce a help session",
            description = "On one of the days that the fund's support calendar has for its kind, to come.")
    @APIResponse(
            responseCode = "201",
            description = "Announced",
            content = @Content(schema = @Schema(implementation = HelpSessionJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-support-calendar")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "nowhere-to-meet, session-ends-before-it-begins, session-too-long, session-in-the-past, session-outside-its-days, idempotency-key-reused")
    public Response announce(@Valid @NotNull HelpSessionJson.ToAnnounce asked) {
        var session = holdSession.announce(asked.fund(), asked.asKind(), asked.slot(), callers.me());
        return Answers.created(
                "/help-sessions/" + session.value().announced().id().value(),
                HelpSessionJson.of(session.value()),
                session.version());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Move a help session",
            description =
                    "Gives it another time, place or size until it begins. Everybody who booked is told; with more places, who waits moves up. Nobody loses a place.")
    @APIResponse(
            responseCode = "200",
            description = "Moved",
            content = @Content(schema = @Schema(implementation = HelpSessionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-help-session")
    @APIResponse(responseCode = "409", description = "session-begun, session-cancelled")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "nowhere-to-meet, session-ends-before-it-begins, session-too-long, session-in-the-past, session-outside-its-days, capacity-below-bookings")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response move(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull HelpSessionJson.ToMove asked) {
        return ok(holdSession.move(new SessionId(id), IfMatch.version(ifMatch), asked.slot()));
    }

    @PUT
    @Path("{id}/cancellation")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Call a help session off",
            description = "Until it begins. Everybody who booked is told; the session stays in the list as cancelled.")
    @APIResponse(
            responseCode = "200",
            description = "Cancelled",
            content = @Content(schema = @Schema(implementation = HelpSessionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-help-session")
    @APIResponse(responseCode = "409", description = "session-begun, session-cancelled")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response cancel(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull HelpSessionJson.ToCancel asked) {
        return ok(holdSession.cancel(
                new SessionId(id), IfMatch.version(ifMatch), asked.reason().strip(), callers.me()));
    }

    @PUT
    @Path("{id}/attendance")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Record who came",
            description =
                    "From the beginning on, for schools with a place; said again, the later word counts. The school reads it in its booking.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = HelpSessionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-help-session")
    @APIResponse(responseCode = "409", description = "session-not-begun, session-cancelled")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "no-place-in-the-session")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response attend(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull HelpSessionJson.ToAttend asked) {
        return ok(holdSession.attend(new SessionId(id), IfMatch.version(ifMatch), asked.seen(), callers.me()));
    }

    @GET
    @Path("{id}/bookings")
    @RolesAllowed({
        SCHOOL_LEADER,
        COUNCIL_MEMBER,
        INSTRUCTIONAL_SUPERINTENDENT,
        PARTNERSHIPS_TEAM,
        BUDGET_OFFICE,
        DISTRICT_SUPERINTENDENT,
        RECORDS_AUDITOR
    })
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List who booked a help session",
            description = "In the order in which they booked. A school's people see their own, the offices all.")
    public Page<BookingJson> bookings(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        var filter = new HelpSessions.BookingFilter(
                Optional.of(new SessionId(id)), callers.reach().schools(), page.modifiedAfter());
        var booked = Page.of(
                sessions.bookings(filter, page.after().map(cursor -> new BookingId(cursor.uuid(0))), page.rows()),
                page,
                found -> Cursor.at(found.booking().id().value()));
        var shown = adults.among(
                booked.items().stream().map(one -> one.booking().by()).toList());
        return booked.map(one -> BookingJson.of(one, shown));
    }

    private static Response ok(Versioned<HelpSession> session) {
        return Answers.ok(HelpSessionJson.of(session.value()), session.version());
    }
}
