package org.partnershipfund.allocation.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.allocation.scenario.Comparison;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.usecase.CompareScenarios;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The door for scenarios beside each other. */
@Path("/scenario-comparisons")
@Tag(name = "Scenarios")
public class ScenarioComparisonResource {

    private final CompareScenarios compareScenarios;
    private final Doors doors;

    ScenarioComparisonResource(CompareScenarios compareScenarios, Doors doors) {
        this.compareScenarios = compareScenarios;
        this.doors = doors;
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "Compare scenarios school by school",
            description =
                    "Every school that any of them counts, by code, with each amount and its difference to the scenario that is named first. They may be of different funds. Without a role of the district's offices, what is not published does not exist.")
    @APIResponse(responseCode = "200", description = "The scenarios, school by school")
    @APIResponse(responseCode = "400", description = "invalid-parameter")
    @APIResponse(responseCode = "404", description = "no-such-scenario")
    public Page<ScenarioComparisonJson> compare(
            @Parameter(description = "2 to 5 different scenarios; the first is the measure", required = true)
                    @QueryParam("scenario")
                    List<UUID> scenarios,
            @BeanParam Paging page) {
        if (scenarios.size() < Comparison.FEWEST
                || scenarios.size() > Comparison.MOST
                || new HashSet<>(scenarios).size() < scenarios.size()) {
            throw ProblemException.parameter(
                    "scenario",
                    scenarios.stream().map(UUID::toString).collect(Collectors.joining(", ")),
                    "2 to 5 different scenarios can be compared, such as ?scenario=...&scenario=...");
        }
        var rows =
                compareScenarios
                        .compare(scenarios.stream().map(ScenarioId::new).toList(), doors.sight())
                        .rows()
                        .stream();
        var behind = page.after().map(cursor -> cursor.school(0));
        return Page.of(
                        rows.filter(row -> behind.isEmpty() || row.school().compareTo(behind.get()) > 0)
                                .limit(page.rows())
                                .toList(),
                        page,
                        row -> Cursor.at(row.school()))
                .map(ScenarioComparisonJson::of);
    }
}
