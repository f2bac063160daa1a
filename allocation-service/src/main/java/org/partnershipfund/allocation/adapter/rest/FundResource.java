package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.usecase.AppropriateFund;
import org.partnershipfund.allocation.usecase.CloseFund;
import org.partnershipfund.allocation.usecase.OpenFund;
import org.partnershipfund.allocation.usecase.ReadScenarios;
import org.partnershipfund.allocation.usecase.ReadScenarios.Sight;
import org.partnershipfund.allocation.usecase.RunScenario;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.FiscalYear;

/** The doors for funds, and for the scenarios of one fund. */
@Path("/funds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Funds", description = "The fund of a fiscal year: opened, allocated, appropriated, closed")
public class FundResource {

    private final Funds funds;
    private final ReadScenarios readScenarios;
    private final OpenFund openFund;
    private final AppropriateFund appropriateFund;
    private final CloseFund closeFund;
    private final RunScenario runScenario;
    private final Doors doors;

    FundResource(
            Funds funds,
            ReadScenarios readScenarios,
            OpenFund openFund,
            AppropriateFund appropriateFund,
            CloseFund closeFund,
            RunScenario runScenario,
            Doors doors) {
        this.funds = funds;
        this.readScenarios = readScenarios;
        this.openFund = openFund;
        this.appropriateFund = appropriateFund;
        this.closeFund = closeFund;
        this.runScenario = runScenario;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Operation(summary = "Open the fund of a fiscal year", description = "Says FundOpened.")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = FundJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "fund-exists, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "pool-not-positive, calendar-out-of-order, idempotency-key-reused")
    public Response open(@Valid @NotNull FundJson.ToOpen asked) {
        var fund = openFund.open(
                asked.name(),
                new FiscalYear(asked.fiscalYear()),
                asked.pool().money(),
                asked.chart().chart(),
                asked.calendar(),
                Boolean.TRUE.equals(asked.retruedToOctober()));
        return Answers.created("/funds/" + fund.value().id().value(), FundJson.of(fund.value()), fund.version());
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the funds",
            description = "Without a role of the district's offices: those whose allocations are published.")
    public Page<FundJson> list(@BeanParam PageRequest page) {
        return Page.of(
                        funds.list(
                                page.after().map(cursor -> new FundId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                doors.sight() == Sight.PUBLISHED,
                                page.rows()),
                        page,
                        fund -> Cursor.at(fund.value().id().value()))
                .map(fund -> FundJson.of(fund.value()));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "Read one fund")
    @APIResponse(
            responseCode = "200",
            description = "The fund",
            content = @Content(schema = @Schema(implementation = FundJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-fund")
    public Response read(@PathParam("id") UUID id) {
        var fund = readScenarios.fund(new FundId(id), doors.sight());
        return Answers.ok(FundJson.of(fund.value()), fund.version());
    }

    @PUT
    @Path("{id}/appropriation")
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Record the adopted budget",
            description =
                    "The published amounts, as revised since, may be encumbered from now on. The adopted amount must equal their sum. Not while the ledger owes the answer to a revision. Says FundAppropriated.")
    @APIResponse(
            responseCode = "200",
            description = "Appropriated",
            content = @Content(schema = @Schema(implementation = FundJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-fund")
    @APIResponse(
            responseCode = "409",
            description = "fund-not-allocated-yet, fund-already-appropriated, revision-unanswered")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "adopted-differs, adopted-in-the-future")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response appropriate(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull FundJson.ToAppropriate asked) {
        var fund = appropriateFund.appropriate(new FundId(id), IfMatch.version(ifMatch), asked.adoption());
        return Answers.ok(FundJson.of(fund.value()), fund.version());
    }

    @PUT
    @Path("{id}/closing")
    @RolesAllowed(BUDGET_OFFICE)
    @Operation(
            summary = "Close the fund's year",
            description =
                    "From the day after the fiscal year's last day. What no contract claims lapses; what one claims is still paid. Says FundClosed.")
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = FundJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-fund")
    @APIResponse(responseCode = "409", description = "fund-not-appropriated-yet, year-not-over, fund-already-closed")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var fund = closeFund.close(new FundId(id), IfMatch.version(ifMatch));
        return Answers.ok(FundJson.of(fund.value()), fund.version());
    }

    @POST
    @Path("{id}/scenarios")
    @Idempotent
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Compute a scenario of the fund",
            description = "Who would get what under some rules; nobody is told. Any number may be computed.")
    @APIResponse(
            responseCode = "201",
            description = "Computed",
            content = @Content(schema = @Schema(implementation = ScenarioJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-fund")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "nobody-eligible, more-places-than-schools, no-pupils, index-missing, unknown-index-set, unknown-snapshot, unknown-notice, notice-not-of-an-earlier-year, reserve-not-below-pool, not-in-whole-units, floors-above-pool, caps-below-pool, share-rounds-to-nothing, too-many-pupils, idempotency-key-reused")
    public Response run(@PathParam("id") UUID id, @Valid @NotNull ScenarioJson.ToRun asked) {
        var scenario = runScenario.run(new FundId(id), asked.ask());
        return Answers.created(
                "/scenarios/" + scenario.value().title().id().value(),
                ScenarioJson.of(scenario.value().summary()),
                scenario.version());
    }

    @GET
    @Path("{id}/scenarios")
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the scenarios of the fund",
            description = "Without a role of the district's offices: the published one.")
    @APIResponse(responseCode = "200", description = "The scenarios of the fund")
    @APIResponse(responseCode = "404", description = "no-such-fund")
    public Page<ScenarioJson> scenarios(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return Page.of(
                        readScenarios.scenarios(
                                new FundId(id),
                                doors.sight(),
                                page.after().map(cursor -> new ScenarioId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        scenario -> Cursor.at(scenario.value().title().id().value()))
                .map(scenario -> ScenarioJson.of(scenario.value()));
    }
}
