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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.allocation.opportunityindex.TractRefusal.NoSuchTractSet;
import org.partnershipfund.allocation.opportunityindex.TractSetId;
import org.partnershipfund.allocation.opportunityindex.TractSets;
import org.partnershipfund.allocation.usecase.ImportTracts;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.RefusedException;

/** The doors for what is known of census tracts. */
@Path("/tract-imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Opportunity Index")
public class TractImportResource {

    private final TractSets sets;
    private final ImportTracts importTracts;

    TractImportResource(TractSets sets, ImportTracts importTracts) {
        this.sets = sets;
        this.importTracts = importTracts;
    }

    @POST
    @Idempotent
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Consumes(Pages.CSV)
    @Operation(
            summary = "Import census tracts from CSV",
            description =
                    "One line per tract, at most 20,000; the header names tract_geoid and one column per factor, at most 60, by the key that index models use. An empty cell is a value that is not known. A set never changes; all lines or none; with dryRun=true it answers every fault and imports nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Pages.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "one tract",
                                            value =
                                                    "tract_geoid,median_household_income,less_than_hs\n25025000100,69818,0.171828\n")))
    @APIResponse(
            responseCode = "200",
            description = "The dry run's report",
            content = @Content(schema = @Schema(implementation = CsvReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content = @Content(schema = @Schema(implementation = TractSetJson.Imported.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload, invalid-parameter, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "tract-name-taken, idempotency-key-in-use")
    @APIResponse(responseCode = "413", description = "too-large")
    public Response importTracts(@Valid @BeanParam TractImportRequest asked, InputStream file) {
        var upload = TractsCsv.read(file);
        if (asked.dryRun) {
            return Response.ok(upload.report()).build();
        }
        upload.report().orRefuse();
        var set = importTracts.importAll(
                asked.label(upload.factors(), upload.report().digest()), upload.values());
        return Answers.created("/tract-imports/" + set.title().id().value(), TractSetJson.Imported.of(set), 1);
    }

    @GET
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List the sets of census tracts that were imported")
    public Page<TractSetJson> list(@BeanParam PageRequest page) {
        return Page.of(
                        sets.list(
                                page.after().map(cursor -> new TractSetId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        title -> Cursor.at(title.id().value()))
                .map(TractSetJson::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Operation(summary = "Read one set of census tracts")
    @APIResponse(
            responseCode = "200",
            description = "The set",
            content = @Content(schema = @Schema(implementation = TractSetJson.Imported.class)))
    @APIResponse(responseCode = "404", description = "no-such-tract-set")
    public Response read(@PathParam("id") UUID id) {
        return sets.count(new TractSetId(id))
                .map(set -> Answers.ok(TractSetJson.Imported.of(set), 1))
                .orElseThrow(() -> new RefusedException(new NoSuchTractSet(new TractSetId(id))));
    }
}
