package org.partnershipfund.procurement.adapter.rest;

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
import java.util.function.Function;
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
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.reconciliation.Kind;
import org.partnershipfund.procurement.reconciliation.Outcome;
import org.partnershipfund.procurement.reconciliation.Reconciliation;
import org.partnershipfund.procurement.reconciliation.ReconciliationId;
import org.partnershipfund.procurement.reconciliation.ReconciliationRefusal.NoSuchItem;
import org.partnershipfund.procurement.reconciliation.ReconciliationRefusal.NoSuchReconciliation;
import org.partnershipfund.procurement.reconciliation.Reconciliations;
import org.partnershipfund.procurement.usecase.ReconcileBooks;

/** The doors for the ledger beside the city's books; for the whole district. */
@Path("/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.BUDGET_OFFICE,
    Roles.PROCUREMENT_OFFICER,
    Roles.CFO,
    Roles.DEPUTY_CFO,
    Roles.CITY_AUDITOR,
    Roles.RECORDS_AUDITOR
})
@Tag(name = "Reconciliations", description = "What the ledger and the city's accounting system say of the same thing")
public class ReconciliationResource {

    private final Reconciliations reconciliations;
    private final ReconcileBooks reconcileBooks;
    private final CityBooksCsv csv;
    private final Doors doors;

    ReconciliationResource(
            Reconciliations reconciliations, ReconcileBooks reconcileBooks, CityBooksCsv csv, Doors doors) {
        this.reconciliations = reconciliations;
        this.reconcileBooks = reconcileBooks;
        this.csv = csv;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.BUDGET_OFFICE)
    @Consumes(Pages.CSV)
    @Operation(
            summary = "Compare the ledger with a file of the city's accounting system",
            description =
                    "All lines or none; nothing is posted. The same file for the same year and day is reconciled once: sent again, the first result is answered. With dryRun=true it answers every fault and keeps nothing.")
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
                                                    "account,fund,responsibility_centre,program,subclass,reference,date,amount,kind\n52907,100,101203,2536,000,EFT-118204,2018-11-20,5277.57,expenditure\n")))
    @APIResponse(
            responseCode = "200",
            description = "The dry run's report, or what came of this file before",
            content = @Content(schema = @Schema(oneOf = {CsvReport.class, ReconciliationJson.class})))
    @APIResponse(
            responseCode = "201",
            description = "Reconciled",
            content = @Content(schema = @Schema(implementation = ReconciliationJson.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload, invalid-parameter, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response reconcile(@Valid @BeanParam ReconciliationImportRequest asked, InputStream file) {
        if (asked.dryRun) {
            return Response.ok(csv.read(file, _ -> {})).build();
        }
        var result = reconcileBooks.reconcile(
                new FiscalYear(asked.fiscalYear), asked.through, asked.source, doors.person(), sink -> {
                    CsvReport report = csv.read(file, sink);
                    report.orRefuse();
                    return new ReconcileBooks.Read(report.lines(), report.digest());
                });
        var body = ReconciliationJson.of(result.reconciliation());
        return result.isNew()
                ? Answers.created("/reconciliations/" + body.id(), body, 1)
                : Response.ok(body).build();
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List reconciliations",
            description =
                    "By id, which follows the time of import. modifiedAfter asks also for what was resolved later.")
    public Page<ReconciliationJson> list(@BeanParam PageRequest page) {
        return Page.of(
                        reconciliations.list(
                                page.after().map(cursor -> new ReconciliationId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        one -> Cursor.at(one.title().id().value()))
                .map(ReconciliationJson::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one reconciliation with its totals")
    @APIResponse(responseCode = "200", description = "The reconciliation")
    @APIResponse(responseCode = "404", description = "no-such-reconciliation")
    public ReconciliationJson read(@PathParam("id") UUID id) {
        return ReconciliationJson.of(found(id));
    }

    @GET
    @Path("{id}/items")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the items of a reconciliation",
            description = "By account string, kind and reference: matched, missing here or there, different.")
    @APIResponse(responseCode = "200", description = "The items")
    @APIResponse(responseCode = "404", description = "no-such-reconciliation")
    public Page<ReconciliationJson.ItemJson> items(
            @PathParam("id") UUID id,
            @BeanParam Paging page,
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "matched",
                                                "missing-here",
                                                "missing-there",
                                                "different-amount",
                                                "different-date"
                                            }))
                    @QueryParam("outcome")
                    @Nullable String outcome,
            @Parameter(schema = @Schema(enumeration = {"encumbrance", "expenditure"})) @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "true: only differences that nobody has resolved") @QueryParam("open") @Nullable Boolean open) {
        var filter = new Reconciliations.Filter(
                word("outcome", outcome, Outcome::ofWord), word("kind", kind, Kind::ofWord), Optional.ofNullable(open));
        return Page.of(
                        reconciliations.items(
                                found(id).title().id(),
                                filter,
                                Math.toIntExact(Math.clamp(
                                        page.after()
                                                .map(cursor -> cursor.number(0))
                                                .orElse(0L),
                                        0,
                                        Integer.MAX_VALUE)),
                                page.rows()),
                        page,
                        item -> Cursor.at(item.value().place()))
                .map(item -> ReconciliationJson.ItemJson.of(item.value()));
    }

    @GET
    @Path("{id}/items/{item}")
    @Operation(summary = "Read one item")
    @APIResponse(
            responseCode = "200",
            description = "The item",
            content = @Content(schema = @Schema(implementation = ReconciliationJson.ItemJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-reconciliation-item")
    public Response item(@PathParam("id") UUID id, @PathParam("item") int item) {
        return ok(reconciliations
                .item(new ReconciliationId(id), item)
                .orElseThrow(() -> new RefusedException(new NoSuchItem(id, item))));
    }

    @PUT
    @Path("{id}/items/{item}/resolution")
    @RolesAllowed(Roles.BUDGET_OFFICE)
    @Operation(
            summary = "Say why a difference is none, or what becomes of it",
            description = "The item keeps its outcome; nothing is posted.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ReconciliationJson.ItemJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-reconciliation-item")
    @APIResponse(responseCode = "409", description = "nothing-to-resolve")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response resolve(
            @PathParam("id") UUID id,
            @PathParam("item") int item,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ReconciliationJson.ToResolve asked) {
        return ok(reconcileBooks.resolve(
                new ReconciliationId(id), item, IfMatch.version(ifMatch), asked.reason(), doors.person()));
    }

    private static Response ok(Versioned<Reconciliation.Item> item) {
        return Answers.ok(ReconciliationJson.ItemJson.of(item.value()), item.version());
    }

    private Reconciliation found(UUID id) {
        return reconciliations
                .find(new ReconciliationId(id))
                .orElseThrow(() -> new RefusedException(new NoSuchReconciliation(id)));
    }

    private static <T> Optional<T> word(String name, @Nullable String asked, Function<String, T> reading) {
        try {
            return Optional.ofNullable(asked).map(reading);
        } catch (IllegalArgumentException e) {
            throw ProblemException.parameter(name, String.valueOf(asked), "it is none of the words of this filter");
        }
    }
}
