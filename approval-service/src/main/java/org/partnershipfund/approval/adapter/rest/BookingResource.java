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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.support.BookingId;
import org.partnershipfund.approval.support.HelpSessions;
import org.partnershipfund.approval.support.HelpSessions.Booked;
import org.partnershipfund.approval.usecase.BookHelp;
import org.partnershipfund.approval.usecase.ReadHelpSessions;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.SchoolCode;

/** The doors for what one school books. */
@Path("/schools/{schoolCode}/bookings")
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
public class BookingResource {

    private final HelpSessions sessions;
    private final BookHelp bookHelp;
    private final ReadHelpSessions readSessions;
    private final Callers callers;
    private final Adults adults;

    BookingResource(
            HelpSessions sessions, BookHelp bookHelp, ReadHelpSessions readSessions, Callers callers, Adults adults) {
        this.sessions = sessions;
        this.bookHelp = bookHelp;
        this.readSessions = readSessions;
        this.callers = callers;
        this.adults = adults;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what a school booked",
            description = "In the order in which it booked. A school's people see their own, the offices all.")
    @APIResponse(responseCode = "200", description = "The bookings")
    @APIResponse(responseCode = "404", description = "no-school-of-yours")
    public Page<BookingJson> list(@PathParam("schoolCode") SchoolCode school, @BeanParam PageRequest page) {
        var filter = new HelpSessions.BookingFilter(
                Optional.empty(), Optional.of(Set.of(callers.mustReach(school))), page.modifiedAfter());
        var booked = Page.of(
                sessions.bookings(filter, page.after().map(cursor -> new BookingId(cursor.uuid(0))), page.rows()),
                page,
                found -> Cursor.at(found.booking().id().value()));
        var shown = adults.among(
                booked.items().stream().map(one -> one.booking().by()).toList());
        return booked.map(one -> BookingJson.of(one, shown));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one booking")
    @APIResponse(
            responseCode = "200",
            description = "The booking",
            content = @Content(schema = @Schema(implementation = BookingJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-booking")
    public Response read(@PathParam("schoolCode") SchoolCode school, @PathParam("id") UUID id) {
        return ok(bookHelp.read(school, new BookingId(id), callers.reach()));
    }

    @GET
    @Path("calendar.ics")
    @Produces(HelpSessionResource.CALENDAR)
    @Operation(
            summary = "What a school booked as a calendar",
            description =
                    "RFC 5545. Places are confirmed, the waiting list is tentative, what was given up or called off has STATUS:CANCELLED.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = "text/calendar", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "no-school-of-yours")
    public String calendar(@PathParam("schoolCode") SchoolCode school) {
        return readSessions.calendar(school, callers.reach());
    }

    @POST
    @Idempotent
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Book a help session for a school",
            description =
                    "By its leader or a member of its council, until the session begins; whether the school has an allocation does not matter. When all places are taken the school waits in the order of booking. One booking per school and session.")
    @APIResponse(
            responseCode = "201",
            description = "Booked, with a place or on the waiting list",
            content = @Content(schema = @Schema(implementation = BookingJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-school-of-yours, no-such-help-session")
    @APIResponse(
            responseCode = "409",
            description = "booked-already, session-begun, session-cancelled, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response book(@PathParam("schoolCode") SchoolCode school, @Valid @NotNull BookingJson.ToBook asked) {
        Booked booked = bookHelp.book(school, asked.session(), callers.me());
        return Answers.created(
                "/schools/%s/bookings/%s"
                        .formatted(school, booked.booking().id().value()),
                json(booked),
                booked.booking().revision());
    }

    @PUT
    @Path("{id}/cancellation")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Give a booking up",
            description =
                    "By the school's leader or a member of its council, until the session begins. The place goes to the first school that waits, which is told.")
    @APIResponse(
            responseCode = "200",
            description = "Given up",
            content = @Content(schema = @Schema(implementation = BookingJson.class)))
    @APIResponse(responseCode = "404", description = "no-school-of-yours, no-such-booking")
    @APIResponse(responseCode = "409", description = "booking-given-up, session-begun, session-cancelled")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response giveUp(
            @PathParam("schoolCode") SchoolCode school,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return ok(bookHelp.giveUp(school, new BookingId(id), IfMatch.version(ifMatch), callers.me()));
    }

    private Response ok(Booked booked) {
        return Answers.ok(json(booked), booked.booking().revision());
    }

    private BookingJson json(Booked booked) {
        return BookingJson.of(booked, adults.among(List.of(booked.booking().by())));
    }
}
