package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.approval.support.KnownSchools;
import org.partnershipfund.approval.usecase.ImportSchools;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.FiscalYear;

/** The doors for every school of the district, and which of them nobody has talked with yet. */
@Path("/schools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support")
public class KnownSchoolResource {

    private final KnownSchools schools;
    private final ImportSchools importSchools;
    private final Callers callers;
    private final Clock clock;

    KnownSchoolResource(KnownSchools schools, ImportSchools importSchools, Callers callers, Clock clock) {
        this.schools = schools;
        this.importSchools = importSchools;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({
        PARTNERSHIPS_TEAM,
        BUDGET_OFFICE,
        INSTRUCTIONAL_SUPERINTENDENT,
        DISTRICT_SUPERINTENDENT,
        RECORDS_AUDITOR
    })
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the schools and how they were in touch",
            description =
                    "By code: every school of the team's file, and every other that has an allocation, a council or a superintendent. Superintendents see their own. With withoutContact=true only those that nobody has talked with in that fiscal year.")
    public Page<KnownSchoolJson> list(
            @BeanParam Paging page,
            @Parameter(description = "For which year's partners") @QueryParam("fiscalYear") @NotNull FiscalYear year,
            @Parameter(description = "Only schools with no session attended, no matching meeting and no suggestion")
                    @QueryParam("withoutContact")
                    @DefaultValue("false")
                    boolean withoutContact) {
        return Page.of(
                        schools.list(
                                year,
                                callers.reach().schools(),
                                withoutContact,
                                clock.instant(),
                                page.after().map(cursor -> cursor.school(0)),
                                page.rows()),
                        page,
                        school -> Cursor.at(school.code()))
                .map(KnownSchoolJson::of);
    }

    @POST
    @Path("imports")
    @Idempotent
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Consumes(Pages.CSV)
    @Operation(
            summary = "Import the district's schools from CSV",
            description =
                    "Every school, eligible or not, so that those without an allocation are not forgotten. Adds new ones and corrects names; those that the file does not name stay. All lines or none; with dryRun=true it answers every fault and imports nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Pages.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "one school",
                                            value = "school_code,name\n00350231,Michael J Perkins\n")))
    @APIResponse(
            responseCode = "200",
            description = "The dry run's report",
            content = @Content(schema = @Schema(implementation = CsvReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content = @Content(schema = @Schema(implementation = KnownSchoolJson.Imported.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload, idempotency-key-missing")
    public Response importSchools(
            @Parameter(description = "Only check: answer every fault and import nothing")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            InputStream file) {
        var upload = SchoolsCsv.read(file);
        if (dryRun) {
            return Response.ok(upload.report()).build();
        }
        String digest = upload.report().digest();
        importSchools.importAll(upload.rowsOrRefuse(), digest);
        return Answers.created(
                "/schools", new KnownSchoolJson.Imported(upload.rows().size(), digest), 1);
    }
}
