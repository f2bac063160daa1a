package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.LedgerRefusal.YearNotClosed;
import org.partnershipfund.procurement.ledger.YearEnds;
import org.partnershipfund.procurement.ledger.YearEnds.CarriedPlace;

/** The doors to what the ends of fund years left. For the whole district, so only for those who see all of it. */
@Path("/year-ends")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.BUDGET_OFFICE,
    Roles.PARTNERSHIPS_TEAM,
    Roles.PROCUREMENT_OFFICER,
    Roles.DISTRICT_SUPERINTENDENT,
    Roles.CFO,
    Roles.DEPUTY_CFO,
    Roles.MAYOR,
    Roles.CITY_AUDITOR,
    Roles.RECORDS_AUDITOR
})
@Tag(name = "Year end", description = "What contracts carried and what lapsed when a fund's year was closed")
public class YearEndResource {

    private final YearEnds yearEnds;

    YearEndResource(YearEnds yearEnds) {
        this.yearEnds = yearEnds;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the closed years",
            description = "By fund. As each was when it was closed; what happened later is in the statements.")
    public Page<YearEndJson> list(@BeanParam Paging page) {
        return Page.of(
                        yearEnds.list(page.after().map(cursor -> new FundId(cursor.uuid(0))), page.rows()),
                        page,
                        report -> Cursor.at(report.fund().value()))
                .map(YearEndJson::of);
    }

    @GET
    @Path("{fundId}")
    @Operation(summary = "Read what the end of a fund's year left")
    @APIResponse(responseCode = "200", description = "What the year left")
    @APIResponse(responseCode = "404", description = "year-not-closed")
    public YearEndJson read(@PathParam("fundId") UUID fundId) {
        return YearEndJson.of(closed(fundId));
    }

    @GET
    @Path("{fundId}/lines")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the lines of a closed year",
            description = "By school. Carried and lapsed are planned and appropriated less expended, to the cent.")
    @APIResponse(responseCode = "200", description = "The lines")
    @APIResponse(responseCode = "404", description = "year-not-closed")
    public Page<YearEndJson.LineJson> lines(@PathParam("fundId") UUID fundId, @BeanParam Paging page) {
        return Page.of(
                        yearEnds.lines(
                                closed(fundId).fund(), page.after().map(cursor -> cursor.school(0)), page.rows()),
                        page,
                        line -> Cursor.at(line.school()))
                .map(YearEndJson.LineJson::of);
    }

    @GET
    @Path("{fundId}/carried")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what contracts carried over",
            description = "By school, then contract: owed by an executed contract, or set aside for a draft.")
    @APIResponse(responseCode = "200", description = "What contracts carried over")
    @APIResponse(responseCode = "404", description = "year-not-closed")
    public Page<YearEndJson.CarriedJson> carried(@PathParam("fundId") UUID fundId, @BeanParam Paging page) {
        return Page.of(
                        yearEnds.carried(
                                closed(fundId).fund(),
                                page.after().map(cursor -> new CarriedPlace(cursor.school(0), cursor.uuid(1))),
                                page.rows()),
                        page,
                        one -> Cursor.at(one.school(), one.contract()))
                .map(YearEndJson.CarriedJson::of);
    }

    private YearEnds.YearEnd closed(UUID id) {
        var fund = new FundId(id);
        return yearEnds.find(fund).orElseThrow(() -> new RefusedException(new YearNotClosed(fund)));
    }
}
