package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NoSuchSchool;
import org.partnershipfund.portfolio.catalogue.Schools;
import org.partnershipfund.portfolio.usecase.ImportSchools;

/** The doors for the schools of the catalogue. */
@Path("/schools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schools", description = "The district's schools as the catalogue shows them")
public class SchoolResource {

    private final Schools schools;
    private final ImportSchools importSchools;

    SchoolResource(Schools schools, ImportSchools importSchools) {
        this.schools = schools;
        this.importSchools = importSchools;
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the schools by code")
    public Page<SchoolJson> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only schools of this neighborhood") @QueryParam("neighborhood") @Nullable String neighborhood) {
        var filter = new Schools.Filter(Optional.ofNullable(neighborhood), page.modifiedAfter());
        return Page.of(
                        schools.list(filter, page.after().map(cursor -> cursor.school(0)), page.rows()),
                        page,
                        school -> Cursor.at(school.code()))
                .map(SchoolJson::of);
    }

    @GET
    @Path("{schoolCode}")
    @PermitAll
    @Operation(summary = "Read one school")
    @APIResponse(
            responseCode = "200",
            description = "The school",
            content = @Content(schema = @Schema(implementation = SchoolJson.class)))
    @APIResponse(responseCode = "404", description = "school-not-in-catalogue")
    public SchoolJson read(@PathParam("schoolCode") SchoolCode schoolCode) {
        return schools.find(schoolCode)
                .map(SchoolJson::of)
                .orElseThrow(() -> new RefusedException(new NoSuchSchool(schoolCode)));
    }

    @POST
    @Path("imports")
    @Idempotent
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Consumes(Pages.CSV)
    @Operation(
            summary = "Import the schools of the catalogue from CSV",
            description =
                    "Adds new schools and corrects known ones; those that the file does not name stay. need is the Opportunity Index as the district published it, or empty: the catalogue is public. All lines or none; with dryRun=true it answers every fault and imports nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Pages.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "one school",
                                            value =
                                                    "school_code,name,neighborhood,latitude,longitude,need\n00350231,Michael J Perkins,South Boston,42.331187,-71.058071,0.82\n")))
    @APIResponse(
            responseCode = "200",
            description = "The dry run's report",
            content = @Content(schema = @Schema(implementation = CsvReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content = @Content(schema = @Schema(implementation = ImportedJson.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload")
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
        return Answers.created("/schools", new ImportedJson(upload.rows().size(), digest), 1);
    }
}
