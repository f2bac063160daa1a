package org.partnershipfund.portfolio.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;

/** The door to the menu: everybody may look. */
@Path("/portfolio")
@PermitAll
@Tag(name = "Portfolio", description = "The Opportunity Portfolio: the menu of vetted programs")
public class MenuResource {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final Programs programs;
    private final Applications applications;
    private final MenuPages pages;
    private final Doors doors;

    MenuResource(Programs programs, Applications applications, MenuPages pages, Doors doors) {
        this.programs = programs;
        this.applications = applications;
        this.pages = pages;
        this.doors = doors;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the vetted programs",
            description =
                    "The menu of one day: each vetted program once, with its partner, the prices of that day, and from when to when it is vetted. In CSV a price is one text: code, amount, unit. Vetting says that a program is good, not that it may be bought: that is procurement's.")
    public Page<MenuItemJson> menu(
            @BeanParam PageRequest page,
            @BeanParam ProgramFilter asked,
            @Parameter(description = "The day, such as 2018-01-15; today unless said") @QueryParam("asOf") @Nullable LocalDate asOf) {
        LocalDate day = doors.dayOrToday(asOf);
        return Page.of(
                        programs.list(
                                asked.filter(true, day, page.modifiedAfter()),
                                page.after().map(cursor -> new ProgramId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.program().value().id().value()))
                .map(found -> MenuItemJson.of(found, day));
    }

    @GET
    @Path("print")
    @Produces({MenuPages.HTML, MenuPages.PDF})
    @Operation(
            summary = "Print the menu",
            description =
                    "The menu of one day on paper, by service area: a page, or a PDF on US Letter that screen readers read. The same menu gives the same bytes. At most 500 programs at once.")
    @APIResponse(
            responseCode = "200",
            description = "The menu",
            content = {
                @Content(mediaType = MenuPages.HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MenuPages.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "invalid-parameter")
    @APIResponse(responseCode = "503", description = "temporarily-unavailable")
    public Response print(
            @BeanParam ProgramFilter asked,
            @Parameter(description = "The day, such as 2018-01-15; today unless said") @QueryParam("asOf") @Nullable LocalDate asOf,
            @Context Request request) {
        LocalDate day = doors.dayOrToday(asOf);
        var offered =
                programs.list(asked.filter(true, day, Optional.empty()), Optional.empty(), MenuPages.MOST_PRINTED + 1);
        MenuPages.refuseMoreThanPrintable(offered.size());
        return pages.answer(PrintedMenu.of(day, offered), request);
    }

    @GET
    @Path("history")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List who was on the menu when",
            description =
                    "Every vetting there ever was, by id: from when to when, by which cycle, and when it was off the menu in between. modifiedAfter asks for those vetted, suspended or reinstated later.")
    public Page<MenuHistoryJson> history(
            @BeanParam PageRequest page,
            @Parameter(description = "Only of this program") @QueryParam("programId") @Nullable UUID programId,
            @Parameter(description = "Only of this cycle") @QueryParam("cycleId") @Nullable UUID cycleId) {
        var everVetted = new Applications.Filter(
                new Reach.Every(),
                Optional.ofNullable(cycleId).map(CycleId::new),
                Optional.ofNullable(programId).map(ProgramId::new),
                Optional.empty(),
                Optional.of(new Applications.Ending(LocalDate.EPOCH, LAST_DAY)),
                page.modifiedAfter());
        return Page.of(
                        applications.list(
                                everVetted, page.after().map(cursor -> new ApplicationId(cursor.uuid(0))), page.rows()),
                        page,
                        found -> Cursor.at(found.value().id().value()))
                .map(found -> MenuHistoryJson.of(found.value()));
    }
}
