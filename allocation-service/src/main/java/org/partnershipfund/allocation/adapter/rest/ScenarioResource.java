package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.usecase.BundleScenario;
import org.partnershipfund.allocation.usecase.PublishScenario;
import org.partnershipfund.allocation.usecase.ReadScenarios;
import org.partnershipfund.allocation.usecase.WriteLetters;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.SchoolCode;

/** The doors for scenarios; computing one is a door of its fund. */
@Path("/scenarios")
@Tag(name = "Scenarios", description = "Ways of sharing a fund out: computed often, published once")
public class ScenarioResource {

    private final ReadScenarios readScenarios;
    private final PublishScenario publishScenario;
    private final WriteLetters writeLetters;
    private final LetterPages letterPages;
    private final BundleScenario bundleScenario;
    private final ObjectMapper json;
    private final Doors doors;

    ScenarioResource(
            ReadScenarios readScenarios,
            PublishScenario publishScenario,
            WriteLetters writeLetters,
            LetterPages letterPages,
            BundleScenario bundleScenario,
            ObjectMapper json,
            Doors doors) {
        this.readScenarios = readScenarios;
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
                    "scenario-already-published, fund-already-allocated, publication-too-early, notice-not-told-yet")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response publish(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var scenario = publishScenario.publish(new ScenarioId(id), IfMatch.version(ifMatch));
        return Answers.ok(ScenarioJson.of(scenario.value().summary()), scenario.version());
    }
}
