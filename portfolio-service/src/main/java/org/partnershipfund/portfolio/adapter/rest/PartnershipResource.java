package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNER;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NoSuchPartnership;
import org.partnershipfund.portfolio.catalogue.ListedPartnership;
import org.partnershipfund.portfolio.catalogue.Partnership;
import org.partnershipfund.portfolio.catalogue.Partnership.Source;
import org.partnershipfund.portfolio.catalogue.PartnershipId;
import org.partnershipfund.portfolio.catalogue.Partnerships;
import org.partnershipfund.portfolio.catalogue.Rating;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.usecase.ImportPartnerships;
import org.partnershipfund.portfolio.usecase.KeepPartnerships;

/** The doors for partnerships: everybody sees them all. */
@Path("/partnerships")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partnerships", description = "Which program is at which school in which year, whoever pays for it")
public class PartnershipResource {

    /** So long may a file of 100,000 lines take. */
    private static final int MOST_SECONDS = 600;

    private final Partnerships partnerships;
    private final KeepPartnerships keep;
    private final ImportPartnerships importPartnerships;
    private final PartnershipsCsv csv;
    private final Doors doors;

    PartnershipResource(
            Partnerships partnerships,
            KeepPartnerships keep,
            ImportPartnerships importPartnerships,
            PartnershipsCsv csv,
            Doors doors) {
        this.partnerships = partnerships;
        this.keep = keep;
        this.importPartnerships = importPartnerships;
        this.csv = csv;
        this.doors = doors;
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the partnerships", description = "By id, which is by registration.")
    public Page<PartnershipJson> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only partnerships of this fiscal year") @QueryParam("fiscalYear") @Nullable FiscalYear year,
            @Parameter(description = "Only partnerships at this school") @QueryParam("schoolCode") @Nullable SchoolCode school,
            @Parameter(description = "Only partnerships of this program") @QueryParam("programId") @Nullable UUID program,
            @Parameter(description = "Only partnerships of this partner") @QueryParam("partnerId") @Nullable UUID partner,
            @Parameter(
                            description = "Only partnerships that are paid so",
                            schema = @Schema(enumeration = {"partnership-fund", "school-budget", "other", "no-cost"}))
                    @QueryParam("funding")
                    @Nullable String funding,
            @Parameter(description = "Only partnerships of programs of this service area")
                    @QueryParam("serviceArea")
                    @Nullable String area,
            @Parameter(description = "true: only those that the school verified; false: only the others")
                    @QueryParam("verified")
                    @Nullable Boolean verified) {
        var filter = new Partnerships.Filter(
                Optional.ofNullable(year),
                Optional.ofNullable(school),
                Optional.ofNullable(program).map(ProgramId::new),
                Optional.ofNullable(partner).map(PartnerId::new),
                Optional.ofNullable(funding).map(Words::funding),
                Optional.ofNullable(area).map(Words::serviceArea),
                Optional.ofNullable(verified),
                page.modifiedAfter());
        return Page.of(
                        partnerships.list(
                                filter, page.after().map(cursor -> new PartnershipId(cursor.uuid(0))), page.rows()),
                        page,
                        listed -> Cursor.at(listed.partnership().value().id().value()))
                .map(PartnershipJson::of);
    }

    @GET
    @Path("export")
    @PermitAll
    @Produces(Pages.CSV)
    @Operation(
            summary = "All partnerships as one CSV file",
            description = "One header and a line for each, by id; those of one fiscal year, or all.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = Pages.CSV, schema = @Schema(type = SchemaType.STRING)))
    public Response export(
            @Parameter(description = "Only partnerships of this fiscal year") @QueryParam("fiscalYear") @Nullable FiscalYear year) {
        var filter = new Partnerships.Filter(
                Optional.ofNullable(year),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Export.<ListedPartnership, PartnershipJson>of(
                "partnerships",
                PartnershipJson.class,
                (after, most) -> partnerships.list(
                        filter, after.map(last -> last.partnership().value().id()), most),
                PartnershipJson::of);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            summary = "Read one partnership",
            description = "Who speaks for school or partner, and the partnerships team, also see the agreement.")
    @APIResponse(
            responseCode = "200",
            description = "The partnership",
            content = @Content(schema = @Schema(implementation = PartnershipJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-partnership")
    public Response read(@PathParam("id") UUID id) {
        ListedPartnership listed = find(id);
        return Answers.ok(full(listed), listed.partnership().version());
    }

    @POST
    @Idempotent
    @RolesAllowed({SCHOOL_LEADER, PARTNER, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Register a partnership",
            description =
                    "By who leads the school, a member of the program's partner, or the partnerships team. Those that the Partnership Fund pays for register themselves when the contract is executed. Says PartnershipRegistered.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = PartnershipJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-program, school-not-in-catalogue, not-your-partnership")
    @APIResponse(responseCode = "409", description = "partnership-exists, idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "fund-without-contract, year-not-open, agreement-in-the-future, idempotency-key-reused")
    public Response register(@Valid @NotNull PartnershipJson.ToRegister asked) {
        var registered = keep.register(
                asked.program(), asked.school(), asked.year(), asked.details().details(), doors.standing());
        UUID id = registered.value().id().value();
        return Answers.created("/partnerships/" + id, full(find(id)), registered.version());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({SCHOOL_LEADER, PARTNER, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Say more about a partnership",
            description =
                    "Funding, pupils, usual week and agreement, all of it. By who leads the school, a member of the partner, or, after the year's last day, only the partnerships team. What the partner changes the school verifies again.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = PartnershipJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-partnership")
    @APIResponse(responseCode = "409", description = "funded-by-contract, year-is-over")
    @APIResponse(responseCode = "422", description = "fund-without-contract, agreement-in-the-future")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PartnershipJson.AskedDetails asked) {
        return changed(keep.change(new PartnershipId(id), IfMatch.version(ifMatch), asked.details(), doors.standing()));
    }

    @PUT
    @Path("{id}/verdict")
    @RolesAllowed(SCHOOL_LEADER)
    @Operation(
            summary = "Verify and rate a partnership",
            description =
                    "By who leads the school, while the fiscal year runs, so by 30 June: it took place, and exceeded, met or fell short of what was agreed. What was said may be said otherwise until then.")
    @APIResponse(
            responseCode = "200",
            description = "Verified",
            content = @Content(schema = @Schema(implementation = PartnershipJson.Full.class)))
    @APIResponse(responseCode = "404", description = "no-such-partnership")
    @APIResponse(responseCode = "409", description = "not-the-time-to-verify")
    public Response verify(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PartnershipJson.AskedVerdict asked) {
        return changed(keep.verify(
                new PartnershipId(id), IfMatch.version(ifMatch), Rating.of(asked.rating()), doors.standing()));
    }

    @POST
    @Path("imports")
    @Idempotent(timeoutSeconds = MOST_SECONDS)
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Consumes(Pages.CSV)
    @Operation(
            summary = "Register the partnerships of a year from CSV",
            description =
                    "One line per partnership, at most 100,000; school, partner and program are known already. All lines or none; with dryRun=true it answers every fault and registers nothing. Says PartnershipRegistered for each.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Pages.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "one partnership",
                                            value =
                                                    "school_code,partner_name,program_name,funding,pupils,schedule,agreement,agreement_on\n00350231,Harbor Youth Alliance,Harbor Homework Club,school-budget,60,monday 15:00-17:30,MOU 2017-117,2017-09-05\n")))
    @APIResponse(
            responseCode = "200",
            description = "The dry run's report",
            content = @Content(schema = @Schema(implementation = CsvReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = ImportedJson.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload")
    public Response importPartnerships(@Valid @BeanParam PartnershipImportRequest asked, InputStream file) {
        var source = new Source(asked.source.strip(), asked.illustrative);
        var upload = csv.read(file, asked.fiscalYear, source);
        if (asked.dryRun) {
            return Response.ok(upload.report()).build();
        }
        String digest = upload.report().digest();
        importPartnerships.importAll(upload.rowsOrRefuse(), asked.fiscalYear, source, digest);
        return Answers.created("/partnerships", new ImportedJson(upload.rows().size(), digest), 1);
    }

    private ListedPartnership find(UUID id) {
        return partnerships
                .find(new PartnershipId(id))
                .orElseThrow(() -> new RefusedException(new NoSuchPartnership(new PartnershipId(id))));
    }

    private Response changed(Versioned<Partnership> stored) {
        return Answers.ok(full(find(stored.value().id().value())), stored.version());
    }

    private PartnershipJson.Full full(ListedPartnership listed) {
        return PartnershipJson.full(
                listed,
                doors.sight().covers(listed.partner())
                        || doors.standing()
                                .speaksFor(listed.partnership().value().school(), listed.partner()));
    }
}
