package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;
import static org.partnershipfund.foundation.caller.Roles.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.adapter.rest.BudgetSubmissionJson.BudgetLineJson;
import org.partnershipfund.approval.adapter.rest.BudgetSubmissionJson.ProgressJson;
import org.partnershipfund.approval.adapter.rest.BudgetSubmissionJson.SelectionLineJson;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.submission.Edition;
import org.partnershipfund.approval.submission.FundProgress;
import org.partnershipfund.approval.usecase.SubmitBudget;
import org.partnershipfund.approval.usecase.SubmitBudget.Compared;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.csv.CsvTable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The doors for what of a fund goes to the budget system, and for where its schools stand. */
@Path("/funds/{fundId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, DISTRICT_SUPERINTENDENT, CFO, DEPUTY_CFO, RECORDS_AUDITOR, SYSTEM})
@Tag(
        name = "Budget submission",
        description =
                "The approved selections as the budget system takes them, edition by edition; where every school stands")
public class BudgetSubmissionResource {

    /** What a system's token must carry. */
    static final String SCOPE = "budget:exchange";

    private static final List<Variant> VARIANTS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(Pages.CSV))
            .build();

    private final SubmitBudget submitBudget;
    private final FundProgress progress;
    private final Callers callers;
    private final Caller caller;
    private final Clock clock;

    BudgetSubmissionResource(
            SubmitBudget submitBudget, FundProgress progress, Callers callers, Caller caller, Clock clock) {
        this.submitBudget = submitBudget;
        this.progress = progress;
        this.callers = callers;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("budget-submission")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "Read what an edition would have if it were made now",
            description =
                    "All selections of the fund that are approved or reserved, beside the newest edition that was not rejected. As JSON, or as CSV (Accept: text/csv) with a line per budget line, or per selection line with rows=selection-lines. Systems need the scope budget:exchange.")
    @APIResponse(
            responseCode = "200",
            description = "As of now",
            content = {
                @Content(mediaType = Pages.JSON, schema = @Schema(implementation = BudgetSubmissionJson.class)),
                @Content(mediaType = Pages.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "fund-not-known-here")
    @APIResponse(responseCode = "409", description = "chart-not-known")
    public Response now(
            @PathParam("fundId") UUID fund,
            @Parameter(
                            description = "Of the CSV: a line per what",
                            schema =
                                    @Schema(
                                            enumeration = {"budget-lines", "selection-lines"},
                                            defaultValue = "budget-lines"))
                    @QueryParam("rows")
                    @Nullable String rows,
            @Context Request request) {
        requireScope();
        return answer(submitBudget.now(new FundId(fund)), rows, request);
    }

    @POST
    @Path("budget-submissions")
    @Idempotent
    @RolesAllowed(BUDGET_OFFICE)
    @Operation(
            summary = "Make the next edition",
            description =
                    "By the budget office, when the editions before are answered: number, digest and day; it never changes. What is approved later goes into the next one as a difference.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = BudgetSubmissionJson.class)))
    @APIResponse(responseCode = "400", description = "idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "fund-not-known-here")
    @APIResponse(
            responseCode = "409",
            description = "chart-not-known, submission-unanswered, nothing-to-submit, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response make(@PathParam("fundId") UUID fund) {
        Compared made = submitBudget.make(new FundId(fund), callers.me());
        int number = made.edition().map(Edition::number).orElseThrow();
        return Answers.created(
                "/funds/%s/budget-submissions/%d".formatted(fund, number),
                BudgetSubmissionJson.of(made),
                version(made));
    }

    @GET
    @Path("budget-submissions")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the editions of a fund", description = "Oldest first, with the budget system's answers.")
    @APIResponse(responseCode = "200", description = "The editions")
    @APIResponse(responseCode = "404", description = "fund-not-known-here")
    public Page<BudgetSubmissionJson.Summary> list(@PathParam("fundId") UUID fund, @BeanParam Paging page) {
        requireScope();
        int after = page.after().map(cursor -> cursor.place(0)).orElse(0);
        return Page.of(
                        submitBudget.list(new FundId(fund), after, page.rows()),
                        page,
                        edition -> Cursor.at(edition.number()))
                .map(BudgetSubmissionJson.Summary::of);
    }

    @GET
    @Path("budget-submissions/{number}")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "Read one edition",
            description =
                    "As it was made; only the budget system's answer came later. As JSON, or as CSV (Accept: text/csv) with a line per budget line, or per selection line with rows=selection-lines.")
    @APIResponse(
            responseCode = "200",
            description = "The edition",
            content = {
                @Content(mediaType = Pages.JSON, schema = @Schema(implementation = BudgetSubmissionJson.class)),
                @Content(mediaType = Pages.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "404", description = "fund-not-known-here, no-such-submission")
    public Response read(
            @PathParam("fundId") UUID fund,
            @PathParam("number") int number,
            @Parameter(
                            description = "Of the CSV: a line per what",
                            schema =
                                    @Schema(
                                            enumeration = {"budget-lines", "selection-lines"},
                                            defaultValue = "budget-lines"))
                    @QueryParam("rows")
                    @Nullable String rows,
            @Context Request request) {
        requireScope();
        return answer(submitBudget.read(new FundId(fund), number), rows, request);
    }

    @PUT
    @Path("budget-submissions/{number}/acknowledgement")
    @RolesAllowed({BUDGET_OFFICE, SYSTEM})
    @Operation(
            summary = "Record the budget system's answer to an edition",
            description =
                    "By the system itself (scope budget:exchange) or by the budget office, once. A rejection names budget lines and why; the next edition is then compared with the one before.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = BudgetSubmissionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "fund-not-known-here, no-such-submission")
    @APIResponse(responseCode = "409", description = "submission-answered")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "not-in-the-submission, rejected-without-reason")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response acknowledge(
            @PathParam("fundId") UUID fund,
            @PathParam("number") int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull BudgetSubmissionJson.ToAnswer asked) {
        requireScope();
        Compared answered =
                submitBudget.answer(new FundId(fund), number, IfMatch.version(ifMatch), asked.said(), callers.me());
        return Answers.ok(BudgetSubmissionJson.of(answered), version(answered));
    }

    @GET
    @Path("progress")
    @Produces({Pages.JSON, Pages.CSV})
    @RolesAllowed({
        BUDGET_OFFICE,
        PARTNERSHIPS_TEAM,
        SCHOOL_LEADER,
        COUNCIL_MEMBER,
        INSTRUCTIONAL_SUPERINTENDENT,
        DISTRICT_SUPERINTENDENT,
        CFO,
        DEPUTY_CFO,
        RECORDS_AUDITOR
    })
    @Operation(
            summary = "List where every school of a fund stands",
            description =
                    "Every school with an allocation, by its code: what is selected, approved, reserved and under contract, where its least advanced selection stands, and every step that is open. overdue=true: only those whose day for a first submission is past. A school's people and its superintendent see their schools, the offices all.")
    @APIResponse(responseCode = "200", description = "Where every school stands")
    @APIResponse(responseCode = "404", description = "fund-not-known-here")
    public Page<ProgressJson> progress(
            @PathParam("fundId") UUID fund,
            @Parameter(description = "true: only schools that are overdue") @QueryParam("overdue") boolean overdue,
            @BeanParam Paging page) {
        var id = new FundId(fund);
        submitBudget.mustKnow(id);
        return Page.of(
                        progress.list(
                                new FundProgress.Filter(id, callers.reach().schools(), overdue),
                                LocalDate.now(clock),
                                page.after().map(cursor -> cursor.school(0)),
                                page.rows()),
                        page,
                        one -> Cursor.at(one.school()))
                .map(ProgressJson::of);
    }

    private void requireScope() {
        boolean onlySystem = caller.has(SYSTEM) && !caller.has(BUDGET_OFFICE);
        if (onlySystem && !caller.hasScope(SCOPE)) {
            throw ProblemException.of(StandardProblem.NOT_ALLOWED, "This door needs the scope %s.".formatted(SCOPE));
        }
    }

    private static Response answer(Compared compared, @Nullable String rows, Request request) {
        Variant variant = request.selectVariant(VARIANTS);
        boolean asCsv = variant != null && variant.getMediaType().isCompatible(MediaType.valueOf(Pages.CSV));
        String word = rows == null ? "budget-lines" : rows;
        return switch (word) {
            case "budget-lines" ->
                asCsv
                        ? csv(compared, BudgetLineJson.class, BudgetSubmissionJson.budgetLines(compared))
                        : Answers.ok(BudgetSubmissionJson.of(compared), version(compared));
            case "selection-lines" ->
                asCsv
                        ? csv(compared, SelectionLineJson.class, BudgetSubmissionJson.selectionLines(compared))
                        : Answers.ok(BudgetSubmissionJson.of(compared), version(compared));
            default -> throw ProblemException.parameter("rows", word, "it must be budget-lines or selection-lines");
        };
    }

    private static Response csv(Compared compared, Class<?> type, List<?> lines) {
        StreamingOutput streamed = body -> {
            var text = new OutputStreamWriter(body, StandardCharsets.UTF_8);
            CsvTable.of(type).write(lines, text);
            text.flush();
        };
        String name = "budget-submission-"
                + compared.edition().map(one -> "" + one.number()).orElse("now");
        return Response.ok(streamed)
                .type("text/csv;charset=UTF-8;header=present")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(name))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static long version(Compared compared) {
        return compared.edition().map(Edition::version).orElse(0L);
    }
}
