package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.allocation.school.EnrollmentSnapshots;
import org.partnershipfund.allocation.school.EnrollmentSnapshots.LatestCount;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.allocation.school.SchoolRefusal.NoSuchSchool;
import org.partnershipfund.allocation.school.SchoolRefusal.NoSuchSnapshot;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.allocation.usecase.ImportSchools;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** The doors for schools and their pupils. */
@Path("/schools")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schools", description = "The schools of the district, under each of their three codes, with their pupils")
public class SchoolResource {

    private final Schools schools;
    private final EnrollmentSnapshots snapshots;
    private final ImportSchools importSchools;
    private final SchoolsCsv csv;
    private final OneRosterZip oneRoster;

    SchoolResource(
            Schools schools,
            EnrollmentSnapshots snapshots,
            ImportSchools importSchools,
            SchoolsCsv csv,
            OneRosterZip oneRoster) {
        this.schools = schools;
        this.snapshots = snapshots;
        this.importSchools = importSchools;
        this.csv = csv;
        this.oneRoster = oneRoster;
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the schools by code", description = "Each with its latest count of pupils.")
    public Page<SchoolJson> list(@BeanParam PageRequest page) {
        return shown(Page.of(
                schools.list(page.after().map(cursor -> cursor.school(0)), page.modifiedAfter(), page.rows()),
                page,
                school -> Cursor.at(school.value().code())));
    }

    @GET
    @Path("{schoolCode}")
    @PermitAll
    @Operation(summary = "Read one school")
    @APIResponse(
            responseCode = "200",
            description = "The school",
            content = @Content(schema = @Schema(implementation = SchoolJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-school")
    public Response read(@PathParam("schoolCode") SchoolCode schoolCode) {
        Versioned<School> school =
                schools.find(schoolCode).orElseThrow(() -> new RefusedException(new NoSuchSchool(schoolCode)));
        return Answers.ok(shown(school, latest(List.of(school))), school.version());
    }

    @POST
    @Path("imports")
    @Idempotent
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Consumes(Pages.CSV)
    @Operation(
            summary = "Import schools and their pupils from CSV",
            description =
                    "Adds new schools, corrects known ones and keeps the pupils as a snapshot that never changes. All lines or none; with dryRun=true it answers every fault and imports nothing.")
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
                                                    "school_code,name,grades,enrolment,economically_disadvantaged,responsibility_centre,bps_location_code\n00350231,Michael J Perkins,K;01;02;03;04;05,238,201,900059,4022\n")))
    @APIResponse(
            responseCode = "200",
            description = "The dry run's report",
            content = @Content(schema = @Schema(implementation = CsvReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content = @Content(schema = @Schema(implementation = SchoolJson.Imported.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload, invalid-parameter, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "snapshot-exists, idempotency-key-in-use")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "422", description = "count-of-a-day-to-come, idempotency-key-reused")
    public Response importSchools(@Valid @BeanParam SchoolImportRequest asked, InputStream file) {
        var upload = csv.read(file);
        if (asked.dryRun) {
            return Response.ok(upload.report()).build();
        }
        var snapshot = importSchools.importAll(asked.label(upload.report().digest()), upload.rowsOrRefuse());
        return Answers.created(
                "/schools/imports/" + snapshot.title().id().value(), SchoolJson.Imported.of(snapshot), 1);
    }

    @POST
    @Path("oneroster-imports")
    @Idempotent
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Consumes(OneRosterZip.TYPE)
    @Operation(
            summary = "Import the pupils of known schools from a OneRoster 1.2 bulk file",
            description =
                    "A zip with manifest.csv, orgs.csv, academicSessions.csv and enrollments.csv, all bulk; other files are not read. Orgs of type school are known by their identifier, the state code. A school has so many pupils as different users are enrolled there as students on the day asOf; the last day of a period is not part of it. Makes a snapshot that never changes; all or nothing; with dryRun=true it answers every fault and imports nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = OneRosterZip.TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "The dry run's report",
            content = @Content(schema = @Schema(implementation = CsvReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content = @Content(schema = @Schema(implementation = SchoolJson.Imported.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload, invalid-parameter, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "snapshot-exists, idempotency-key-in-use")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "422", description = "count-of-a-day-to-come, idempotency-key-reused")
    public Response importOneRoster(@Valid @BeanParam SchoolImportRequest asked, InputStream file) {
        var roster = oneRoster.read(file, asked.asOf);
        if (asked.dryRun) {
            return Response.ok(roster.report()).build();
        }
        roster.report().orRefuse();
        var snapshot = importSchools.importCounts(asked.label(roster.report().digest()), roster.counts());
        return Answers.created(
                "/schools/imports/" + snapshot.title().id().value(), SchoolJson.Imported.of(snapshot), 1);
    }

    @GET
    @Path("imports")
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the enrolment snapshots that were imported")
    public Page<SchoolJson.Snapshot> imports(@BeanParam PageRequest page) {
        return Page.of(
                        snapshots.list(
                                page.after().map(cursor -> new SnapshotId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        title -> Cursor.at(title.id().value()))
                .map(SchoolJson.Snapshot::of);
    }

    @GET
    @Path("imports/{id}")
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Operation(summary = "Read one enrolment snapshot")
    @APIResponse(
            responseCode = "200",
            description = "The snapshot",
            content = @Content(schema = @Schema(implementation = SchoolJson.Imported.class)))
    @APIResponse(responseCode = "404", description = "no-such-snapshot")
    public Response readImport(@PathParam("id") UUID id) {
        return snapshots
                .find(new SnapshotId(id))
                .map(snapshot -> Answers.ok(SchoolJson.Imported.of(snapshot), 1))
                .orElseThrow(() -> new RefusedException(new NoSuchSnapshot(new SnapshotId(id))));
    }

    private Page<SchoolJson> shown(Page<Versioned<School>> page) {
        var latest = latest(page.items());
        return page.map(school -> shown(school, latest));
    }

    private static SchoolJson shown(Versioned<School> school, Map<SchoolCode, LatestCount> latest) {
        return SchoolJson.of(school.value(), latest.get(school.value().code()));
    }

    private Map<SchoolCode, LatestCount> latest(List<Versioned<School>> some) {
        return snapshots.latest(
                some.stream().map(school -> school.value().code()).toList());
    }
}
