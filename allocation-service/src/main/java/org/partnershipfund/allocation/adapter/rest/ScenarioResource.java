package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.usecase.PublishScenario;
import org.partnershipfund.allocation.usecase.ReadScenarios;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;

/** The doors for scenarios; computing one is a door of its fund. */
@Path("/scenarios")
@Tag(name = "Scenarios", description = "Ways of sharing a fund out: computed often, published once")
public class ScenarioResource {

    private final ReadScenarios readScenarios;
    private final PublishScenario publishScenario;
    private final Doors doors;

    ScenarioResource(ReadScenarios readScenarios, PublishScenario publishScenario, Doors doors) {
        this.readScenarios = readScenarios;
        this.publishScenario = publishScenario;
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
