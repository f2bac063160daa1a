package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
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
import org.partnershipfund.allocation.baseline.BaselineRefusal.NoSuchNotice;
import org.partnershipfund.allocation.baseline.FundingId;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.baseline.Notices;
import org.partnershipfund.allocation.baseline.PriorYearFunding;
import org.partnershipfund.allocation.usecase.ImportPriorYearFunding;
import org.partnershipfund.allocation.usecase.ReadPriorYearFunding;
import org.partnershipfund.allocation.usecase.WriteLetters;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** The doors for what the central office paid for in the years before. */
@Path("/prior-year-funding")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Prior-year funding",
        description = "What the central office paid which partner at which school, told by a notice of one day")
public class PriorYearFundingResource {

    private final Notices notices;
    private final ImportPriorYearFunding importPriorYearFunding;
    private final ReadPriorYearFunding readPriorYearFunding;
    private final PriorYearFundingCsv csv;
    private final WriteLetters writeLetters;
    private final LetterPages letterPages;
    private final Doors doors;

    PriorYearFundingResource(
            Notices notices,
            ImportPriorYearFunding importPriorYearFunding,
            ReadPriorYearFunding readPriorYearFunding,
            PriorYearFundingCsv csv,
            WriteLetters writeLetters,
            LetterPages letterPages,
            Doors doors) {
        this.notices = notices;
        this.importPriorYearFunding = importPriorYearFunding;
        this.readPriorYearFunding = readPriorYearFunding;
        this.csv = csv;
        this.writeLetters = writeLetters;
        this.letterPages = letterPages;
        this.doors = doors;
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what the years before paid for",
            description =
                    "By id: line by line of the latest notice of each year. Everybody from the day of the notice on; the district's offices before. modifiedAfter asks for what was imported later.")
    public Page<PriorYearFundingJson> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only of this school, eight digits") @QueryParam("schoolCode") @Nullable SchoolCode schoolCode,
            @Parameter(description = "Only of this fiscal year, such as 2018")
                    @QueryParam("fiscalYear")
                    @Min(2000) @Max(2199) @Nullable Integer fiscalYear) {
        return Page.of(
                        readPriorYearFunding.told(
                                doors.sight(),
                                Optional.ofNullable(schoolCode),
                                Optional.ofNullable(fiscalYear).map(FiscalYear::new),
                                page.modifiedAfter(),
                                page.after().map(cursor -> new FundingId(cursor.uuid(0))),
                                page.rows()),
                        page,
                        told -> Cursor.at(told.funding().id().value()))
                .map(PriorYearFundingJson::of);
    }

    @GET
    @Path("schools/{schoolCode}/letter")
    @PermitAll
    @Produces({LetterPages.HTML, LetterPages.PDF})
    @Operation(
            summary = "Read the notice to one school",
            description =
                    "What the central office pays for at the school, what ends and when, and when the school learns its own allocation; also for a school at which nothing is funded. Under the embargo of the notice: everybody from its day on, the district's offices before. As a page or as PDF (Accept: application/pdf).")
    @APIResponse(
            responseCode = "200",
            description = "The notice",
            content = {
                @Content(mediaType = LetterPages.HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = LetterPages.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "no-such-school, no-notice-yet")
    @APIResponse(responseCode = "422", description = "too-long-for-a-letter")
    public Response schoolLetter(
            @PathParam("schoolCode") SchoolCode schoolCode,
            @Parameter(description = "Of this fiscal year, such as 2018; without it, of the latest that is told")
                    @QueryParam("fiscalYear")
                    @Min(2000) @Max(2199) @Nullable Integer fiscalYear,
            @Context Request request) {
        return letterPages.answer(
                writeLetters.school(schoolCode, Optional.ofNullable(fiscalYear).map(FiscalYear::new), doors.sight()),
                request);
    }

    @GET
    @Path("partner-letters")
    @PermitAll
    @Produces({LetterPages.HTML, LetterPages.PDF})
    @Operation(
            summary = "Read the notice to one partner",
            description =
                    "At which schools the central office pays the partner, what ends and when, and how to apply to the Opportunity Portfolio. Under the embargo of the notice. As a page or as PDF (Accept: application/pdf).")
    @APIResponse(
            responseCode = "200",
            description = "The notice",
            content = {
                @Content(mediaType = LetterPages.HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = LetterPages.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "invalid-request, invalid-parameter")
    @APIResponse(responseCode = "404", description = "no-notice-yet, partner-not-in-notice")
    @APIResponse(responseCode = "422", description = "too-long-for-a-letter")
    public Response partnerLetter(
            @Parameter(description = "The partner's name, exactly as the notice has it")
                    @QueryParam("partner")
                    @NotBlank @Size(max = PriorYearFunding.PARTNER_MAX) String partner,
            @Parameter(description = "Of this fiscal year, such as 2018; without it, of the latest that is told")
                    @QueryParam("fiscalYear")
                    @Min(2000) @Max(2199) @Nullable Integer fiscalYear,
            @Context Request request) {
        return letterPages.answer(
                writeLetters.partner(partner, Optional.ofNullable(fiscalYear).map(FiscalYear::new), doors.sight()),
                request);
    }

    @POST
    @Path("imports")
    @Idempotent
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Consumes(Pages.CSV)
    @Operation(
            summary = "Import a notice of prior-year funding from CSV",
            description =
                    "One line per school, partner and service area. A notice never changes, a correction is a notice of a later day; all lines or none; with dryRun=true it answers every fault and imports nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Pages.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "one line",
                                            value =
                                                    "school_code,partner,service_area,amount\n00350231,Harbor Youth Works,after school,24000.00\n")))
    @APIResponse(
            responseCode = "200",
            description = "The dry run's report",
            content = @Content(schema = @Schema(implementation = CsvReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content = @Content(schema = @Schema(implementation = PriorYearFundingJson.Imported.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload, invalid-parameter, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "notice-exists, idempotency-key-in-use")
    @APIResponse(responseCode = "413", description = "too-large")
    public Response importNotice(@Valid @BeanParam PriorYearFundingImportRequest asked, InputStream file) {
        var upload = csv.read(file);
        if (asked.dryRun) {
            return Response.ok(upload.report()).build();
        }
        var notice =
                importPriorYearFunding.importAll(asked.label(upload.report().digest()), upload.rowsOrRefuse());
        return Answers.created(
                "/prior-year-funding/imports/" + notice.title().id().value(),
                PriorYearFundingJson.Imported.of(notice),
                1);
    }

    @GET
    @Path("imports")
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the notices that were imported")
    public Page<PriorYearFundingJson.NoticeJson> imports(@BeanParam PageRequest page) {
        return Page.of(
                        notices.list(
                                page.after().map(cursor -> new NoticeId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        title -> Cursor.at(title.id().value()))
                .map(PriorYearFundingJson.NoticeJson::of);
    }

    @GET
    @Path("imports/{id}")
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Operation(summary = "Read one notice")
    @APIResponse(
            responseCode = "200",
            description = "The notice",
            content = @Content(schema = @Schema(implementation = PriorYearFundingJson.Imported.class)))
    @APIResponse(responseCode = "404", description = "no-such-notice")
    public Response readImport(@PathParam("id") UUID id) {
        return notices.find(new NoticeId(id))
                .map(notice -> Answers.ok(PriorYearFundingJson.Imported.of(notice), 1))
                .orElseThrow(() -> new RefusedException(new NoSuchNotice(new NoticeId(id))));
    }
}
