package org.partnershipfund.allocation.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.allocation.adapter.plot.Plots;
import org.partnershipfund.allocation.adapter.rest.ChangesJson.PartnerChangeJson;
import org.partnershipfund.allocation.adapter.rest.ChangesJson.SchoolChangeJson;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.equity.Changes;
import org.partnershipfund.allocation.equity.EquityReport;
import org.partnershipfund.allocation.equity.EquityReport.YearBefore;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.usecase.ReadEquity;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The doors that say whether a scenario's money goes where the need is, and who gains and loses by it. */
@Path("/scenarios")
@PermitAll
@Tag(
        name = "Equity",
        description =
                "Whether the money goes where the need is, and who gains and loses against the year before: everybody for a published scenario, the district's offices also for the others")
public class EquityResource {

    private static final String SVG = "image/svg+xml";

    private final ReadEquity readEquity;
    private final Doors doors;

    EquityResource(ReadEquity readEquity, Doors doors) {
        this.readEquity = readEquity;
        this.doors = doors;
    }

    @GET
    @Path("{id}/equity")
    @Produces(Pages.JSON)
    @Operation(
            summary = "Measure a scenario against need, beside the year before",
            description =
                    "Formulas and worked examples: docs/policy/equity.md. As text/csv: one measure per line, without the curve.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = Pages.JSON, schema = @Schema(implementation = EquityJson.class)),
                @Content(mediaType = Pages.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    public Response report(@PathParam("id") UUID id) {
        EquityReport report = report(new ScenarioId(id));
        return Response.ok(EquityJson.of(report)).tag(tag(report)).build();
    }

    @GET
    @Path("{id}/equity")
    @Produces(Pages.CSV)
    @Operation(hidden = true)
    public Page<EquityJson.Line> table(@PathParam("id") UUID id) {
        return new Page<>(EquityJson.lines(report(new ScenarioId(id))), null);
    }

    @GET
    @Path("{id}/equity/concentration-curve.svg")
    @Produces(SVG)
    @Operation(
            summary = "Plot which share of the money goes to which share of the pupils",
            description = "Both years, the least need first; without a notice of the year before, the scenario alone.")
    @APIResponse(
            responseCode = "200",
            description = "The plot",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    public Response concentrationCurve(@PathParam("id") UUID id) {
        EquityReport report = report(new ScenarioId(id));
        return plot(Plots.concentrationCurve(report), tag(report));
    }

    @GET
    @Path("{id}/equity/dollars-per-pupil.svg")
    @Produces(SVG)
    @Operation(
            summary = "Plot every school's dollars per pupil against its index",
            description = "Both years; without a notice of the year before, the scenario alone.")
    @APIResponse(
            responseCode = "200",
            description = "The plot",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    public Response dollarsPerPupil(@PathParam("id") UUID id) {
        EquityReport report = report(new ScenarioId(id));
        return plot(Plots.dollarsPerPupil(report), tag(report));
    }

    @GET
    @Path("{id}/equity/change-per-school.svg")
    @Produces(SVG)
    @Operation(summary = "Plot what every school gains or loses against the year before")
    @APIResponse(
            responseCode = "200",
            description = "The plot",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "no-such-scenario, year-before-not-told")
    public Response changePerSchool(@PathParam("id") UUID id) {
        Changes changes = changes(new ScenarioId(id));
        return plot(Plots.changePerSchool(changes), tag(changes));
    }

    @GET
    @Path("{id}/changes")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what every school gains or loses against the year before",
            description =
                    "The greatest loss first. Every school of the scenario or of the notice, also without a change.")
    @APIResponse(responseCode = "200", description = "What every school gains or loses")
    @APIResponse(responseCode = "404", description = "no-such-scenario, year-before-not-told")
    public Page<SchoolChangeJson> schools(@PathParam("id") UUID id, @BeanParam Paging page) {
        Changes changes = changes(new ScenarioId(id));
        return page(changes.schools(), page).map(school -> SchoolChangeJson.of(school, changes));
    }

    @GET
    @Path("{id}/changes/partners")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what ends for every partner of the year before",
            description =
                    "The greatest amount first. What the central office paid ends everywhere; schools with an allocation may choose the partner again.")
    @APIResponse(responseCode = "200", description = "What ends for every partner")
    @APIResponse(responseCode = "404", description = "no-such-scenario, year-before-not-told")
    public Page<PartnerChangeJson> partners(@PathParam("id") UUID id, @BeanParam Paging page) {
        Changes changes = changes(new ScenarioId(id));
        boolean illustrative = changes.notice().illustrative();
        return page(changes.partners(), page).map(partner -> PartnerChangeJson.of(partner, illustrative));
    }

    @GET
    @Path("{id}/changes/in-all")
    @Produces(Pages.JSON)
    @Operation(summary = "Say what all schools together gain and lose against the year before")
    @APIResponse(
            responseCode = "200",
            description = "The sums",
            content = @Content(schema = @Schema(implementation = ChangesJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-scenario, year-before-not-told")
    public Response inAll(@PathParam("id") UUID id) {
        Changes changes = changes(new ScenarioId(id));
        return Response.ok(ChangesJson.of(changes)).tag(tag(changes)).build();
    }

    private EquityReport report(ScenarioId id) {
        return readEquity.report(id, doors.sight());
    }

    private Changes changes(ScenarioId id) {
        return readEquity.changes(id, doors.sight());
    }

    /** Rows in memory are numbered from one on; the cursor is the number of the last. */
    private static <T> Page<T> page(List<T> rows, Paging page) {
        int behind = page.after().map(cursor -> cursor.place(0)).orElse(0);
        int from = Math.min(behind, rows.size());
        int to = Math.min(from + page.rows(), rows.size());
        int last = from + page.limit();
        return Page.of(rows.subList(from, to), page, _ -> Cursor.at(last));
    }

    private static Response plot(String svg, EntityTag tag) {
        return Response.ok(svg)
                .tag(tag)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    private static EntityTag tag(EquityReport report) {
        return tag(report.scenario(), report.before().map(YearBefore::notice));
    }

    private static EntityTag tag(Changes changes) {
        return tag(changes.scenario(), Optional.of(changes.notice()));
    }

    /** A draft may be computed anew under the same id; a notice never changes, but which one is the latest does. */
    private static EntityTag tag(Scenario.Title scenario, Optional<Notice.Title> notice) {
        return new EntityTag(scenario.id().value()
                + "."
                + scenario.computedAt().toEpochMilli()
                + notice.map(title -> "." + title.id().value()).orElse(""));
    }
}
