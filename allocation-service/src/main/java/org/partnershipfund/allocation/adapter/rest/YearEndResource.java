package org.partnershipfund.allocation.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.usecase.ReadUtilisation;
import org.partnershipfund.allocation.utilisation.YearEnd;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The doors of the year-end report. Everybody may read it once the fund is published (docs/policy/allocation.md §13.6). */
@Path("/funds")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Year end", description = "What became of a fund's money: contracted, paid, lapsed")
public class YearEndResource {

    private final ReadUtilisation readUtilisation;
    private final Doors doors;

    YearEndResource(ReadUtilisation readUtilisation, Doors doors) {
        this.readUtilisation = readUtilisation;
        this.doors = doors;
    }

    @GET
    @Path("{id}/year-end")
    @Operation(
            summary = "Read the year-end report of a fund",
            description =
                    "What all schools together were allocated, have under contract, were paid, and what lapsed. Provisional until the fund is closed, and says so. Counted from what procurement-service told: ContractExecuted, InvoicePaid. Before publication it exists for the district's offices only.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = YearEndJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-fund")
    public Response report(@PathParam("id") UUID id) {
        YearEnd report = report(new FundId(id));
        return Response.ok(YearEndJson.of(id, report)).tag(tag(report)).build();
    }

    @GET
    @Path("{id}/year-end/schools")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what became of every school's allocation",
            description =
                    "By school code, every school that is allocated money; each line says whether it is provisional. The lines add up to the totals of the report.")
    @APIResponse(responseCode = "200", description = "What became of each allocation")
    @APIResponse(responseCode = "404", description = "no-such-fund")
    public Page<YearEndJson.School> schools(@PathParam("id") UUID id, @BeanParam Paging page) {
        YearEnd report = report(new FundId(id));
        return Page.of(
                        report.schools().stream()
                                .filter(school -> page.after()
                                        .map(cursor -> school.school().compareTo(cursor.school(0)) > 0)
                                        .orElse(true))
                                .limit(page.rows())
                                .toList(),
                        page,
                        school -> Cursor.at(school.school()))
                .map(school -> YearEndJson.School.of(school, report.isProvisional()));
    }

    private YearEnd report(FundId fund) {
        return readUtilisation.yearEnd(fund, doors.sight());
    }

    /** The report is counted, not stored: it is another as soon as one of its figures is. */
    private static EntityTag tag(YearEnd report) {
        return new EntityTag(UUID.nameUUIDFromBytes(report.toString().getBytes(StandardCharsets.UTF_8))
                .toString());
    }
}
