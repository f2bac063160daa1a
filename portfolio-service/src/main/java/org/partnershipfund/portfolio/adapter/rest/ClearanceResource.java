package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNER;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.clearance.ClearanceId;
import org.partnershipfund.portfolio.clearance.ClearanceKind;
import org.partnershipfund.portfolio.clearance.ClearanceRefusal.NoSuchClearance;
import org.partnershipfund.portfolio.clearance.ClearanceStatus;
import org.partnershipfund.portfolio.clearance.Clearances;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.usecase.RecordClearance;

/** The doors for clearances. Those of others do not exist for a partner. */
@Path("/clearances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Clearances",
        description = "Whether an organisation is cleared, and until when; never the record behind it")
public class ClearanceResource {

    private final Clearances clearances;
    private final RecordClearance recordClearance;
    private final Doors doors;

    ClearanceResource(Clearances clearances, RecordClearance recordClearance, Doors doors) {
        this.clearances = clearances;
        this.recordClearance = recordClearance;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Record a clearance",
            description =
                    "Status and last day only; what was looked at stays where it was looked at. The newest of a partner and kind counts.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ClearanceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-partner")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "clearance-days-do-not-fit, clearance-expired, idempotency-key-reused")
    public Response record(@Valid @NotNull ClearanceJson.ToRecord asked) {
        var recorded = recordClearance.record(
                new PartnerId(asked.partnerId()),
                ClearanceKind.of(asked.kind()),
                ClearanceStatus.of(asked.status()),
                asked.lastDay(),
                doors.person());
        return Answers.created(
                "/clearances/" + recorded.id().value(), ClearanceJson.of(recorded, doors.dayOrToday(null)), 1);
    }

    @GET
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the clearances",
            description =
                    "The newest of each partner and kind. A partner's people see its own, the partnerships team and the records auditor all. expiresWithinDays is the warning to get a new one.")
    public Page<ClearanceJson> list(
            @BeanParam Paging page,
            @Parameter(description = "Only of this partner") @QueryParam("partnerId") @Nullable UUID partnerId,
            @Parameter(
                            description = "Only of this kind",
                            schema = @Schema(enumeration = {"liability-insurance", "background-checks", "tax-status"}))
                    @QueryParam("kind")
                    @Nullable String kind,
            @Parameter(description = "Only those whose last day is within so many days from today")
                    @QueryParam("expiresWithinDays")
                    @Min(0) @Max(3660) @Nullable Integer expiresWithinDays) {
        LocalDate today = doors.dayOrToday(null);
        var filter = new Clearances.Filter(
                doors.sight(),
                Optional.ofNullable(partnerId).map(PartnerId::new),
                Optional.ofNullable(kind).map(Words::clearanceKind),
                Optional.ofNullable(expiresWithinDays).map(days -> new Clearances.Expiry(today, today.plusDays(days))));
        return Page.of(
                        clearances.list(
                                filter, page.after().map(cursor -> new ClearanceId(cursor.uuid(0))), page.rows()),
                        page,
                        found -> Cursor.at(found.id().value()))
                .map(found -> ClearanceJson.of(found, today));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Operation(summary = "Read one clearance", description = "Also one that a newer one has replaced.")
    @APIResponse(
            responseCode = "200",
            description = "The clearance",
            content = @Content(schema = @Schema(implementation = ClearanceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-clearance")
    public Response read(@PathParam("id") UUID id) {
        var asked = new ClearanceId(id);
        var reach = doors.sight();
        return clearances
                .find(asked)
                .filter(found -> reach.covers(found.partner()))
                .map(found -> Answers.ok(ClearanceJson.of(found, doors.dayOrToday(null)), 1))
                .orElseThrow(() -> new RefusedException(new NoSuchClearance(asked)));
    }
}
