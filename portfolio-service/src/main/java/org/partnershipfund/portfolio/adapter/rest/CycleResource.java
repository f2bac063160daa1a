package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.CycleRefusal.NoSuchCycle;
import org.partnershipfund.portfolio.cycle.Cycles;
import org.partnershipfund.portfolio.usecase.AnnounceCycle;
import org.partnershipfund.portfolio.usecase.PublishEdition;

/** The doors for cycles. */
@Path("/cycles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles", description = "When programs may apply, in which categories, by which criteria")
public class CycleResource {

    private final Cycles cycles;
    private final AnnounceCycle announceCycle;
    private final PublishEdition publishEdition;
    private final Doors doors;
    private final int usualMinimumYears;

    CycleResource(
            Cycles cycles,
            AnnounceCycle announceCycle,
            PublishEdition publishEdition,
            Doors doors,
            @ConfigProperty(name = "fund.vetting.minimum-years") int usualMinimumYears) {
        this.cycles = cycles;
        this.announceCycle = announceCycle;
        this.publishEdition = publishEdition;
        this.doors = doors;
        this.usualMinimumYears = usualMinimumYears;
    }

    @POST
    @Idempotent
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Announce a cycle",
            description =
                    "With its categories: which service areas each is for, what it asks for in numbers, by which criteria it is judged and by how many reviewers. It never changes afterwards, because applications answer to what it said.")
    @APIResponse(
            responseCode = "201",
            description = "Announced",
            content = @Content(schema = @Schema(implementation = CycleJson.class)))
    @APIResponse(responseCode = "409", description = "cycle-exists, cycles-overlap, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "cycle-closes-before-it-opens, intent-day-outside, category-twice, criterion-twice, idempotency-key-reused")
    public Response announce(@Valid @NotNull CycleJson.ToAnnounce asked) {
        var cycle = announceCycle.announce(asked.terms(usualMinimumYears));
        return Answers.created("/cycles/" + cycle.id().value(), CycleJson.of(cycle), 1);
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the cycles", description = "modifiedAfter asks for those announced later.")
    public Page<CycleJson> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only cycles of this fiscal year") @QueryParam("fiscalYear") @Nullable FiscalYear fiscalYear) {
        return Page.of(
                        cycles.list(
                                Optional.ofNullable(fiscalYear),
                                page.after().map(cursor -> new CycleId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        cycle -> Cursor.at(cycle.id().value()))
                .map(CycleJson::of);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "Read one cycle")
    @APIResponse(
            responseCode = "200",
            description = "The cycle",
            content = @Content(schema = @Schema(implementation = CycleJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-cycle")
    public Response read(@PathParam("id") UUID id) {
        return cycles.find(new CycleId(id))
                .map(cycle -> Answers.ok(CycleJson.of(cycle), 1))
                .orElseThrow(() -> new RefusedException(new NoSuchCycle(new CycleId(id))));
    }

    @POST
    @Path("{id}/editions")
    @Idempotent
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Publish the menu of today as an edition of a cycle",
            description =
                    "The whole menu with its prices, once and for all: an edition never changes, and its digest shows it. What changes later is in the menu of a day and in the next edition.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = EditionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-cycle")
    @APIResponse(
            responseCode = "409",
            description = "cycle-still-open, menu-empty, edition-unchanged, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response publish(@PathParam("id") UUID id) {
        var title = publishEdition.publish(new CycleId(id), doors.person());
        return Answers.created("/editions/" + title.id().value(), EditionJson.of(title, true), 1);
    }
}
