package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.adapter.rest.ConductJson.AcknowledgementJson;
import org.partnershipfund.approval.adapter.rest.ConductJson.CoChairJson;
import org.partnershipfund.approval.adapter.rest.ConductJson.ToAcknowledge;
import org.partnershipfund.approval.adapter.rest.ConductJson.YearJson;
import org.partnershipfund.approval.adapter.rest.ConductJson.YearToReport;
import org.partnershipfund.approval.council.CoChair;
import org.partnershipfund.approval.council.CouncilYear;
import org.partnershipfund.approval.council.CouncilYears;
import org.partnershipfund.approval.usecase.Acknowledge;
import org.partnershipfund.approval.usecase.KeepCouncilYear;
import org.partnershipfund.approval.usecase.ReadCouncils;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** The doors for who chaired a council, what its members acknowledged, and what it reported of a school year. */
@Path("/council-conduct")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    PARTNERSHIPS_TEAM,
    BUDGET_OFFICE,
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    DISTRICT_SUPERINTENDENT,
    RECORDS_AUDITOR
})
@Tag(
        name = "Council conduct",
        description =
                "Co-chairs by date, the yearly acknowledgement of the conflict-of-interest law, elections and first meetings")
public class ConductResource {

    private final ReadCouncils readCouncils;
    private final CouncilYears years;
    private final Acknowledge acknowledge;
    private final KeepCouncilYear keepYear;
    private final Callers callers;

    ConductResource(
            ReadCouncils readCouncils,
            CouncilYears years,
            Acknowledge acknowledge,
            KeepCouncilYear keepYear,
            Callers callers) {
        this.readCouncils = readCouncils;
        this.years = years;
        this.acknowledge = acknowledge;
        this.keepYear = keepYear;
        this.callers = callers;
    }

    @GET
    @Path("{schoolCode}/co-chairs")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List who chaired a council with the principal, and when",
            description = "Oldest first. PUT /councils/{schoolCode} with another coChair changes it from that day on.")
    @APIResponse(responseCode = "200", description = "Who chaired the council, and when")
    @APIResponse(responseCode = "404", description = "no-such-council")
    public Page<CoChairJson> coChairs(@PathParam("schoolCode") SchoolCode school, @BeanParam Paging page) {
        int from = page.after().map(cursor -> cursor.place(0)).orElse(0);
        List<CoChair> terms = readCouncils.coChairs(school, callers.reach());
        record Term(int place, CoChair chair) {}
        return Page.of(
                        IntStream.range(0, terms.size())
                                .skip(from)
                                .limit(page.rows())
                                .mapToObj(place -> new Term(place + 1, terms.get(place)))
                                .toList(),
                        page,
                        term -> Cursor.at(term.place()))
                .map(term -> CoChairJson.of(term.chair()));
    }

    @GET
    @Path("{schoolCode}/acknowledgements")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List who acknowledged the conflict-of-interest law in a year, and who owes it",
            description = "Every seat that is held in the fiscal year, by its id; without names.")
    @APIResponse(responseCode = "200", description = "Who acknowledged the law, and who owes it")
    @APIResponse(responseCode = "404", description = "no-such-council")
    public Page<AcknowledgementJson> acknowledgements(
            @PathParam("schoolCode") SchoolCode school,
            @Parameter(description = "Of which fiscal year", required = true, example = "2018")
                    @QueryParam("fiscalYear")
                    @NotNull FiscalYear year,
            @BeanParam Paging page) {
        String after = page.after().map(cursor -> cursor.uuid(0).toString()).orElse("");
        return Page.of(
                        acknowledge.list(school, year, callers.reach()).stream()
                                .filter(owed ->
                                        owed.seat().id().value().toString().compareTo(after) > 0)
                                .limit(page.rows())
                                .toList(),
                        page,
                        owed -> Cursor.at(owed.seat().id().value()))
                .map(AcknowledgementJson::of);
    }

    @PUT
    @Path("{schoolCode}/acknowledgements/mine")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Acknowledge the conflict-of-interest law for this fiscal year",
            description =
                    "By a member, once a year. Without If-Match: nobody else changes it, and said again what was said first stays.")
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged",
            content = @Content(schema = @Schema(implementation = AcknowledgementJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-council")
    @APIResponse(responseCode = "422", description = "no-seat-of-yours")
    public AcknowledgementJson acknowledge(
            @PathParam("schoolCode") SchoolCode school, @Valid @NotNull ToAcknowledge asked) {
        return AcknowledgementJson.of(acknowledge.acknowledge(school, asked.summary(), callers.me(), callers.reach()));
    }

    @GET
    @Path("years/{fiscalYear}")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List how councils stand in a school year",
            description =
                    "Every school that has a council or an allocation, by its code: full-compliance, reporting or no-data, with what is missing or late.")
    public Page<YearJson> years(@PathParam("fiscalYear") FiscalYear year, @BeanParam Paging page) {
        var calendar = years.calendar(year);
        return Page.of(
                        years.list(
                                year,
                                callers.reach().schools(),
                                page.after().map(cursor -> cursor.school(0)),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().school()))
                .map(found -> YearJson.of(found.value(), calendar));
    }

    @GET
    @Path("years/{fiscalYear}/{schoolCode}")
    @Operation(
            summary = "Read how one council stands in a school year",
            description = "ETag \"0\" while nothing was reported.")
    @APIResponse(
            responseCode = "200",
            description = "The year",
            content = @Content(schema = @Schema(implementation = YearJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-council")
    public Response year(@PathParam("fiscalYear") FiscalYear year, @PathParam("schoolCode") SchoolCode school) {
        return ok(keepYear.read(school, year, callers.reach()));
    }

    @PUT
    @Path("years/{fiscalYear}/{schoolCode}")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Report a school year of the council",
            description =
                    "By the principal, the co-chair or the partnerships team, all of it: elections, first meeting, by-laws. With the ETag of what you read, \"0\" the first time.")
    @APIResponse(
            responseCode = "200",
            description = "Reported",
            content = @Content(schema = @Schema(implementation = YearJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-council")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "not-the-chair, council-date-outside-year")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response report(
            @PathParam("fiscalYear") FiscalYear year,
            @PathParam("schoolCode") SchoolCode school,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull YearToReport asked) {
        return ok(keepYear.report(asked.of(school, year), IfMatch.version(ifMatch), callers.councilManager()));
    }

    private Response ok(Versioned<CouncilYear> year) {
        return Answers.ok(YearJson.of(year.value(), years.calendar(year.value().year())), year.version());
    }
}
