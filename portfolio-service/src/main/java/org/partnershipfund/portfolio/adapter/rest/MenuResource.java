package org.partnershipfund.portfolio.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;

/** The door to the menu: everybody may look. */
@Path("/portfolio")
@PermitAll
@Tag(name = "Portfolio", description = "The Opportunity Portfolio: the menu of vetted programs")
public class MenuResource {

    private final Programs programs;
    private final Doors doors;

    MenuResource(Programs programs, Doors doors) {
        this.programs = programs;
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
}
