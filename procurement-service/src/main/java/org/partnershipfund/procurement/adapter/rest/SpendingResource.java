package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
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
import org.partnershipfund.foundation.csv.CsvTable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.spending.Dimension;
import org.partnershipfund.procurement.spending.Spending;
import org.partnershipfund.procurement.spending.Spending.Slice;
import org.partnershipfund.procurement.spending.SpendingReport;
import org.partnershipfund.procurement.spending.TimeReport;

/** Where the money went (policy disclosure §6 and §7): everybody may look. */
@Path("/spending-reports")
@PermitAll
@Tag(
        name = "Spending reports",
        description = "Dollars by school, partner, service area, method and route; time per step")
public class SpendingResource {

    private static final String SVG = "image/svg+xml";
    private static final String LINES = "text/csv;charset=UTF-8;header=present";

    private final Spending spending;
    private final Clock clock;

    SpendingResource(Spending spending, Clock clock) {
        this.spending = spending;
        this.clock = clock;
    }

    /** Which money is asked about. */
    public static class Asked {

        @Parameter(description = "Only what was posted or reached by then; now unless said")
        @QueryParam("asOf")
        @Nullable Instant asOf;

        @Parameter(description = "Only lines of this fund")
        @QueryParam("fundId")
        @Nullable UUID fundId;

        @Parameter(description = "Only lines of this fiscal year")
        @QueryParam("fiscalYear")
        @Nullable FiscalYear fiscalYear;

        Slice slice(Clock clock) {
            Instant at = asOf;
            return new Slice(
                    at == null ? clock.instant() : at,
                    Optional.ofNullable(fundId).map(FundId::new),
                    Optional.ofNullable(fiscalYear));
        }
    }

    @GET
    @Path("dollars/{by}")
    @Produces(Pages.JSON)
    @Operation(
            summary = "Add dollars up",
            description =
                    "By school, partner, service-area, method, route, fund or fiscal-year, the largest first; with the share of sole sources. To the cent, from the ledger.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = SpendingJson.class)))
    public Response dollars(@PathParam("by") String by, @BeanParam Asked asked) {
        Slice slice = asked.slice(clock);
        return Response.ok(SpendingJson.of(report(by, slice), slice.asOf())).build();
    }

    @GET
    @Path("dollars/{by}/rows.csv")
    @Produces("text/csv")
    @Operation(summary = "Add dollars up, as a table", description = "The rows of the same report.")
    @APIResponse(
            responseCode = "200",
            description = "One line per row",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response dollarsAsTable(@PathParam("by") String by, @BeanParam Asked asked) {
        Slice slice = asked.slice(clock);
        return table(
                SpendingJson.Row.class,
                SpendingJson.of(report(by, slice), slice.asOf()).rows());
    }

    @GET
    @Path("dollars/{by}/chart.svg")
    @Produces(SVG)
    @Operation(summary = "Add dollars up, as a picture", description = "A bar per row of the same report.")
    @APIResponse(
            responseCode = "200",
            description = "The plot",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response dollarsAsChart(@PathParam("by") String by, @BeanParam Asked asked) {
        Slice slice = asked.slice(clock);
        return Response.ok(SpendingBars.of(report(by, slice), slice.asOf().toString()), SVG)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    @GET
    @Path("time")
    @Produces(Pages.JSON)
    @Operation(
            summary = "Measure how long purchases take",
            description =
                    "Days from each milestone to the next: reserved, opened, solicited, awarded, executed, invoiced, paid; the median, and within how many days nine of ten have taken the step.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = SpendingJson.Times.class)))
    public Response time(@BeanParam Asked asked) {
        return Response.ok(times(asked.slice(clock))).build();
    }

    @GET
    @Path("time/rows.csv")
    @Produces("text/csv")
    @Operation(summary = "Measure how long purchases take, as a table", description = "The rows of the same report.")
    @APIResponse(
            responseCode = "200",
            description = "One line per step",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response timeAsTable(@BeanParam Asked asked) {
        return table(SpendingJson.Times.Step.class, times(asked.slice(clock)).steps());
    }

    private SpendingJson.Times times(Slice slice) {
        return SpendingJson.Times.of(TimeReport.of(spending.reached(slice)), slice.asOf());
    }

    private SpendingReport report(String by, Slice slice) {
        return SpendingReport.of(dimension(by), spending.facts(slice));
    }

    private static Dimension dimension(String word) {
        try {
            return Dimension.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw ProblemException.parameter(
                    "by", word, "it must be school, partner, service-area, method, route, fund or fiscal-year");
        }
    }

    private static Response table(Class<?> type, Iterable<?> rows) {
        var text = new StringBuilder();
        try {
            CsvTable.of(type).write(rows, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.ok(text.toString(), LINES).build();
    }
}
