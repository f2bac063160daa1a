package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.allocation.opportunityindex.IndexRefusal.NoSuchIndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexSets;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.usecase.ImportIndex;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** The doors for index sets. */
@Path("/index-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Opportunity Index", description = "How needy is a school? Sets of values, each with its provenance")
public class IndexImportResource {

    private final IndexSets sets;
    private final ImportIndex importIndex;
    private final IndexCsv csv;

    IndexImportResource(IndexSets sets, ImportIndex importIndex, IndexCsv csv) {
        this.sets = sets;
        this.importIndex = importIndex;
        this.csv = csv;
    }

    @POST
    @Idempotent
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Consumes(Pages.CSV)
    @Operation(
            summary = "Import an Opportunity Index from CSV",
            description =
                    "One value per school, 0.01 to 0.99 with at most six decimals. Values are public beside the pupils of each school once a scenario that rests on them is published: the share of pupils who have one thing, times the pupils, counts them, also where fewer than ten have it. Import values that measure several things together, or compute the index from pupils (POST /index-computations). A set never changes; all lines or none; with dryRun=true it answers every fault and imports nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Pages.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "one school",
                                            value = "school_code,index\n00350231,0.844538\n")))
    @APIResponse(
            responseCode = "200",
            description = "The dry run's report",
            content = @Content(schema = @Schema(implementation = CsvReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content = @Content(schema = @Schema(implementation = IndexJson.Imported.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload, invalid-parameter, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "index-name-taken, idempotency-key-in-use")
    @APIResponse(responseCode = "413", description = "too-large")
    public Response importIndex(@Valid @BeanParam IndexImportRequest asked, InputStream file) {
        var upload = csv.read(file);
        if (asked.dryRun) {
            return Response.ok(upload.report()).build();
        }
        SortedMap<SchoolCode, IndexValue> values = new TreeMap<>();
        for (Map.Entry<SchoolCode, IndexValue> row : upload.rowsOrRefuse()) {
            values.put(row.getKey(), row.getValue());
        }
        var set = importIndex.importAll(
                asked.name, asked.provenance(), values, upload.report().digest());
        return Answers.created("/index-imports/" + set.title().id().value(), IndexJson.Imported.of(set), 1);
    }

    @GET
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the index sets, imported and computed")
    public Page<IndexJson> list(@BeanParam PageRequest page) {
        return Page.of(
                        sets.list(
                                page.after().map(cursor -> new IndexSetId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        title -> Cursor.at(title.id().value()))
                .map(IndexJson::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Operation(summary = "Read one index set")
    @APIResponse(
            responseCode = "200",
            description = "The set",
            content = @Content(schema = @Schema(implementation = IndexJson.Imported.class)))
    @APIResponse(responseCode = "404", description = "no-such-index-set")
    public Response read(@PathParam("id") UUID id) {
        return sets.find(new IndexSetId(id))
                .map(set -> Answers.ok(IndexJson.Imported.of(set), 1))
                .orElseThrow(() -> new RefusedException(new NoSuchIndexSet(new IndexSetId(id))));
    }
}
