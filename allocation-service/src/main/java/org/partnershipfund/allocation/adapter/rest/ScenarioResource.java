package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.opportunityindex.Weight;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.Sensitivity;
import org.partnershipfund.allocation.usecase.BundleScenario;
import org.partnershipfund.allocation.usecase.ChangeScenario;
import org.partnershipfund.allocation.usecase.CompareScenarios;
import org.partnershipfund.allocation.usecase.CopyScenario;
import org.partnershipfund.allocation.usecase.PublishScenario;
import org.partnershipfund.allocation.usecase.ReadScenarios;
import org.partnershipfund.allocation.usecase.WriteLetters;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.SchoolCode;

/** The doors for scenarios; computing one is a door of its fund. */
@Path("/scenarios")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scenarios", description = "Ways of sharing a fund out: computed often, published once")
public class ScenarioResource {

    private final ReadScenarios readScenarios;
    private final CopyScenario copyScenario;
    private final ChangeScenario changeScenario;
    private final CompareScenarios compareScenarios;
    private final PublishScenario publishScenario;
    private final WriteLetters writeLetters;
    private final LetterPages letterPages;
    private final BundleScenario bundleScenario;
    private final ObjectMapper json;
    private final Doors doors;

    ScenarioResource(
            ReadScenarios readScenarios,
            CopyScenario copyScenario,
            ChangeScenario changeScenario,
            CompareScenarios compareScenarios,
            PublishScenario publishScenario,
            WriteLetters writeLetters,
            LetterPages letterPages,
            BundleScenario bundleScenario,
            ObjectMapper json,
            Doors doors) {
        this.readScenarios = readScenarios;
        this.copyScenario = copyScenario;
        this.changeScenario = changeScenario;
        this.compareScenarios = compareScenarios;
        this.publishScenario = publishScenario;
        this.writeLetters = writeLetters;
        this.letterPages = letterPages;
        this.bundleScenario = bundleScenario;
        this.json = json;
        this.doors = doors;
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            summary = "Read one scenario",
            description = "Without a role of the district's offices, what is not published does not exist.")
    @APIResponse(
            responseCode = "200",
            description = "The scenario",
            content = @Content(schema = @Schema(implementation = ScenarioJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    public Response read(@PathParam("id") UUID id) {
        var scenario = readScenarios.scenario(new ScenarioId(id), doors.sight());
        return Answers.ok(ScenarioJson.of(scenario.value()), scenario.version());
    }

    @GET
    @Path("{id}/allocations")
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the allocations of one scenario by rank",
            description = "Every school of the snapshot, also those that would receive nothing.")
    @APIResponse(responseCode = "200", description = "The allocations by rank")
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    public Page<AllocationJson> allocations(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return Page.of(
                        readScenarios.allocations(
                                new ScenarioId(id),
                                doors.sight(),
                                page.after().map(cursor -> cursor.place(0)).orElse(0),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.allocation().line().rank()))
                .map(AllocationJson::of);
    }

    @GET
    @Path("{id}/allocations/{schoolCode}/letter")
    @PermitAll
    @Produces({LetterPages.HTML, LetterPages.PDF})
    @Operation(
            summary = "Read the letter that a scenario brings to one school",
            description =
                    "As GET /allocations/{id}/letter. Of a scenario that is not published it is marked DRAFT, and only the district's offices see it.")
    @APIResponse(
            responseCode = "200",
            description = "The letter",
            content = {
                @Content(mediaType = LetterPages.HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = LetterPages.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "no-such-scenario, school-not-in-scenario")
    public Response letter(
            @PathParam("id") UUID id, @PathParam("schoolCode") SchoolCode schoolCode, @Context Request request) {
        return letterPages.answer(writeLetters.allocation(new ScenarioId(id), schoolCode, doors.sight()), request);
    }

    @GET
    @Path("{id}/bundle")
    @PermitAll
    @Operation(
            summary = "Take everything it takes to recount a scenario",
            description =
                    "One document: fund, rules, of each school index, pupils, outcome and amount, the revisions since, sources, and a digest of itself. ./fund verify recounts it with arithmetic of its own (docs/verify.md). Without a role of the district's offices, what is not published does not exist.")
    @APIResponse(
            responseCode = "200",
            description = "The bundle",
            content = @Content(schema = @Schema(implementation = BundleJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    public Response bundle(@PathParam("id") UUID id) {
        var bundle = BundleJson.of(bundleScenario.bundle(new ScenarioId(id), doors.sight()), json);
        return Response.ok(bundle).tag(bundle.tag()).build();
    }

    @POST
    @Path("{id}/copies")
    @Idempotent
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Copy a scenario",
            description =
                    "Computes a new scenario of the same fund; what is not given is as in the original, which may be published. Nobody is told.")
    @APIResponse(
            responseCode = "201",
            description = "Computed",
            content = @Content(schema = @Schema(implementation = ScenarioJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "nobody-eligible, more-places-than-schools, no-pupils, index-missing, unknown-index-set, unknown-snapshot, unknown-notice, notice-not-of-an-earlier-year, reserve-not-below-pool, not-in-whole-units, floors-above-pool, caps-below-pool, share-rounds-to-nothing, too-many-pupils, idempotency-key-reused")
    public Response copy(@PathParam("id") UUID id, @Valid @NotNull ScenarioJson.ToCopy asked) {
        var scenario = copyScenario.copy(new ScenarioId(id), asked.changes());
        return Answers.created(
                "/scenarios/" + scenario.value().title().id().value(),
                ScenarioJson.of(scenario.value().summary()),
                scenario.version());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Change a scenario that is not published",
            description =
                    "Computes it anew with other inputs and rules, all of which are given again; its allocations get new ids. Nobody is told.")
    @APIResponse(
            responseCode = "200",
            description = "Computed anew",
            content = @Content(schema = @Schema(implementation = ScenarioJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    @APIResponse(responseCode = "409", description = "scenario-is-final")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description =
                    "nobody-eligible, more-places-than-schools, no-pupils, index-missing, unknown-index-set, unknown-snapshot, unknown-notice, notice-not-of-an-earlier-year, reserve-not-below-pool, not-in-whole-units, floors-above-pool, caps-below-pool, share-rounds-to-nothing, too-many-pupils")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ScenarioJson.ToRun asked) {
        var scenario = changeScenario.change(new ScenarioId(id), IfMatch.version(ifMatch), asked.ask());
        return Answers.ok(ScenarioJson.of(scenario.value().summary()), scenario.version());
    }

    @GET
    @Path("{id}/sensitivity")
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "What if schools were served from another index on",
            description =
                    "The cliff curve: for each threshold the scenario is computed with that threshold in place of its own rule of eligibility, all other rules staying. At most 100 thresholds, always on one page. Nothing is stored. Without a role of the district's offices, what is not published does not exist.")
    @APIResponse(responseCode = "200", description = "What each threshold would do")
    @APIResponse(responseCode = "400", description = "invalid-parameter")
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    public Page<SensitivityJson> sensitivity(
            @PathParam("id") UUID id,
            @Parameter(description = "The lowest threshold, 0.01 to 0.99", required = true, example = "0.40")
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "The highest threshold, at least from", required = true, example = "0.70")
                    @QueryParam("to")
                    @Nullable String to,
            @Parameter(
                            description = "How far the thresholds are apart, 0.000001 to 0.98",
                            required = true,
                            example = "0.05")
                    @QueryParam("step")
                    @Nullable String step) {
        IndexValue lowest = threshold("from", from);
        IndexValue highest = threshold("to", to);
        if (lowest.compareTo(highest) > 0) {
            throw ProblemException.parameter("to", highest.decimal(), "it must be at least from, " + lowest);
        }
        int apart = apart(lowest, highest, step);
        var curve = compareScenarios.sensitivity(new ScenarioId(id), doors.sight(), lowest, highest, apart);
        return new Page<>(
                curve.steps().stream()
                        .map(one -> SensitivityJson.of(one, curve.illustrative()))
                        .toList(),
                null);
    }

    private static IndexValue threshold(String name, @Nullable String value) {
        return Optional.ofNullable(value)
                .flatMap(IndexValue::parse)
                .orElseThrow(() -> ProblemException.parameter(
                        name,
                        String.valueOf(value),
                        "it must be 0.01 to 0.99 with at most six decimals, such as 0.55"));
    }

    private static int apart(IndexValue from, IndexValue to, @Nullable String value) {
        int step = Optional.ofNullable(value)
                .flatMap(Weight::parse)
                .map(Weight::millionths)
                .filter(millionths -> millionths > 0)
                .orElseThrow(() -> ProblemException.parameter(
                        "step",
                        String.valueOf(value),
                        "it must be more than 0 with at most six decimals, such as 0.01"));
        if (Sensitivity.thresholds(from, to, step) > Sensitivity.MOST_STEPS) {
            throw ProblemException.parameter(
                    "step",
                    String.valueOf(value),
                    "it must be wide enough for at most %d thresholds".formatted(Sensitivity.MOST_STEPS));
        }
        return step;
    }

    @PUT
    @Path("{id}/publication")
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Publish a scenario",
            description =
                    "The schools see what they receive, and procurement opens their budget lines. A fund has one published scenario. Not before the day of the fund's calendar. Says AllocationPublished for each school that receives money.")
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content = @Content(schema = @Schema(implementation = ScenarioJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    @APIResponse(
            responseCode = "409",
            description =
                    "scenario-already-published, fund-already-allocated, publication-too-early, notice-not-told-yet, centres-corrected")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response publish(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var scenario = publishScenario.publish(new ScenarioId(id), IfMatch.version(ifMatch));
        return Answers.ok(ScenarioJson.of(scenario.value().summary()), scenario.version());
    }
}
