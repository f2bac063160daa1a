package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNER;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
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
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;
import org.partnershipfund.portfolio.usecase.ChangeProgram;

/** The doors for programs; registering one is a door of its partner. */
@Path("/programs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs", description = "What partners offer: for whom, how many, at what price")
public class ProgramResource {

    /** So long may a file of 10,000 lines take. */
    private static final int MOST_SECONDS = 600;

    private final Programs programs;
    private final ChangeProgram changeProgram;
    private final ProgramsCsv csv;
    private final ShownProgram shownProgram;
    private final Doors doors;

    ProgramResource(
            Programs programs, ChangeProgram changeProgram, ProgramsCsv csv, ShownProgram shownProgram, Doors doors) {
        this.programs = programs;
        this.changeProgram = changeProgram;
        this.csv = csv;
        this.shownProgram = shownProgram;
        this.doors = doors;
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the registered programs",
            description =
                    "By id, which is by registration; also those that are not vetted. modifiedAfter asks for those registered, changed or vetted later.")
    public Page<ProgramJson> list(
            @BeanParam PageRequest page,
            @BeanParam ProgramFilter asked,
            @Parameter(description = "true: only programs on the menu today; false: only the others")
                    @QueryParam("vetted")
                    @Nullable Boolean vetted) {
        return Page.of(
                        programs.list(
                                asked.filter(vetted, doors.dayOrToday(null), page.modifiedAfter()),
                                page.after().map(cursor -> new ProgramId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.program().value().id().value()))
                .map(ProgramJson::of);
    }

    @GET
    @Path("export")
    @PermitAll
    @Produces(Pages.CSV)
    @Operation(
            summary = "All registered programs as one CSV file",
            description = "One header and a line for each, by id.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = Pages.CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response export() {
        var all = new Programs.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                doors.dayOrToday(null),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Export.<OfferedProgram, ProgramJson>of(
                "programs",
                ProgramJson.class,
                (after, most) -> programs.list(
                        all, after.map(last -> last.program().value().id()), most),
                ProgramJson::of);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "Read one program", description = "With its newest price sheet, whose first day may come.")
    @APIResponse(
            responseCode = "200",
            description = "The program",
            content = @Content(schema = @Schema(implementation = ProgramJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-program")
    public Response read(@PathParam("id") UUID id) {
        var found = shownProgram.find(new ProgramId(id));
        return Answers.ok(ProgramJson.of(found), found.program().version());
    }

    @GET
    @Path("{id}/price-sheets")
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List every price sheet of a program by version",
            description = "A sheet counts from its first day until the next one begins. It never changes.")
    @APIResponse(responseCode = "200", description = "The price sheets by version")
    @APIResponse(responseCode = "404", description = "no-such-program")
    public Page<PriceSheetJson> priceSheets(@PathParam("id") UUID id, @BeanParam Paging page) {
        long after = page.after().map(cursor -> cursor.number(0)).orElse(0L);
        var sheets = shownProgram.find(new ProgramId(id)).program().value().sheets().stream()
                .filter(sheet -> sheet.version() > after)
                .limit(page.rows())
                .toList();
        return Page.<PriceSheet>of(sheets, page, sheet -> Cursor.at(sheet.version()))
                .map(PriceSheetJson::of);
    }

    @POST
    @Path("imports")
    @Idempotent(timeoutSeconds = MOST_SECONDS)
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM})
    @Consumes(Pages.CSV)
    @Operation(
            summary = "Register many programs from CSV",
            description =
                    "One line per new program, at most 10,000; the partner is named and registered already. A partner's member imports for its own, the partnerships team for all. What there is several of is joined by semicolons; a session is written monday 15:00-17:30, a site name|neighborhood or name|neighborhood|latitude|longitude, a price code|unit|amount|description and then |30-59 or |60- if it has a tier. All lines or none; with dryRun=true it answers every fault and imports nothing. Says ProgramRegistered for each.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Pages.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "one program",
                                            value =
                                                    "partner_name,program_name,service_area,terms,description,grades,languages,capacity,pupils_per_adult,schedule,sites,prices_from,prices\nHarbor Youth Alliance,Harbor Homework Club,afterschool-and-recreation,enrichment,Homework help and games,K;1;2,en;es,400,15,monday 15:00-17:30;thursday 15:00-17:30,Harbor House|Dorchester,2017-09-01,pupil|per-pupil|145.00|One pupil for a school year\n")))
    @APIResponse(
            responseCode = "200",
            description = "The dry run's report",
            content = @Content(schema = @Schema(implementation = CsvReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content = @Content(schema = @Schema(implementation = ImportedJson.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload")
    public Response importPrograms(
            @Parameter(description = "Only check: answer every fault and import nothing")
                    @QueryParam("dryRun")
                    @DefaultValue("false")
                    boolean dryRun,
            InputStream file) {
        var upload = csv.read(file);
        if (dryRun) {
            return Response.ok(csv.checked(upload, doors.importing()).report()).build();
        }
        int programs = csv.importAll(upload, doors.importing());
        return Answers.created(
                "/programs", new ImportedJson(programs, upload.report().digest()), 1);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(PARTNER)
    @Operation(
            summary = "Change a program",
            description =
                    "For a member of its partner. Another price sheet becomes the next version and begins on its own day, which must lie behind the first day of the one before and not before today; a sheet sent as it is stays. Says ProgramChanged, unless nothing changed.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = ProgramJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-program")
    @APIResponse(responseCode = "409", description = "program-exists")
    @APIResponse(
            responseCode = "422",
            description =
                    "service-area-fixed, price-sheet-too-early, price-not-positive, price-code-twice, tier-not-possible, term-of-another-area")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ProgramJson.Asked asked) {
        var program = changeProgram.change(
                new ProgramId(id),
                IfMatch.version(ifMatch),
                asked.asDescription(),
                asked.priceSheet().asked(),
                doors.own());
        return Answers.ok(shownProgram.of(program), program.version());
    }
}
