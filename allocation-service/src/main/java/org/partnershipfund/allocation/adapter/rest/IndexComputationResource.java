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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.allocation.adapter.StudentSettings;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.usecase.ComputeIndex;
import org.partnershipfund.allocation.usecase.ReadComputations;
import org.partnershipfund.allocation.usecase.RecomputeIndex;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The doors for computing an Opportunity Index from pupils. */
@Path(IndexComputationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Opportunity Index")
public class IndexComputationResource {

    /** Where these doors are. */
    public static final String PATH = "/index-computations";

    /** Longer than millions of pupils take; a use case that takes this long has lost its way. */
    private static final int MOST_SECONDS = 3_600;

    private final ComputeIndex computeIndex;
    private final RecomputeIndex recomputeIndex;
    private final ReadComputations readComputations;
    private final StudentSettings settings;
    private final Doors doors;

    IndexComputationResource(
            ComputeIndex computeIndex,
            RecomputeIndex recomputeIndex,
            ReadComputations readComputations,
            StudentSettings settings,
            Doors doors) {
        this.computeIndex = computeIndex;
        this.recomputeIndex = recomputeIndex;
        this.readComputations = readComputations;
        this.settings = settings;
        this.doors = doors;
    }

    @POST
    @Idempotent(timeoutSeconds = MOST_SECONDS)
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Consumes(Pages.CSV)
    @Operation(
            summary = "Compute an Opportunity Index from pupils",
            description =
                    "The body is the pupils as CSV: student_key (made up, never a name), school_code, tract_geoid (empty if the home is not known), and one column per factor that the model measures by pupil. All lines or none; 400 names line, column, value and remedy. The index set that comes of it never changes and has the computation's id. The pupils are deleted at once unless the service is told to keep them for a time; the audit trail has counts and digests only. A school of fewer than ten pupils gets the mean of the others and shows nothing of its own.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Pages.CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(
                                            name = "one pupil",
                                            value =
                                                    "student_key,school_code,tract_geoid,disadvantaged,attendance_rate\np-000001,00350231,25025000100,1,0.934\n")))
    @APIResponse(
            responseCode = "201",
            description = "Computed",
            content = @Content(schema = @Schema(implementation = IndexComputationJson.class)))
    @APIResponse(responseCode = "400", description = "faulty-upload, invalid-parameter, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "index-name-taken, idempotency-key-in-use")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(
            responseCode = "422",
            description =
                    "unknown-index-model, unknown-tract-set, tract-factor-missing, tract-value-not-possible, tract-value-missing, nobody-measured, idempotency-key-reused")
    public Response compute(@Valid @BeanParam IndexComputationRequest asked, InputStream file) {
        var computation = computeIndex.compute(
                asked.ask(settings.retention()),
                new StudentsCsv(file, settings.longestUpload().asLongValue()));
        return Answers.created(PATH + "/" + computation.title().id().value(), IndexComputationJson.of(computation), 1);
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the index computations",
            description = "Without a role of the district's offices: those on which a published scenario rests.")
    public Page<IndexComputationJson> list(@BeanParam PageRequest page) {
        return Page.of(
                        readComputations.computations(
                                doors.sight(),
                                page.after().map(cursor -> new IndexSetId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        computation -> Cursor.at(computation.title().id().value()))
                .map(IndexComputationJson::of);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            summary = "Read one index computation",
            description = "Everybody once a published scenario rests on it; the district's offices before.")
    @APIResponse(
            responseCode = "200",
            description = "The computation",
            content = @Content(schema = @Schema(implementation = IndexComputationJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-computation")
    public Response read(@PathParam("id") UUID id) {
        return Answers.ok(IndexComputationJson.of(readComputations.computation(new IndexSetId(id), doors.sight())), 1);
    }

    @GET
    @Path("{id}/schools")
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what the schools got",
            description =
                    "By school code: the index, and the means of the components to two decimals where they count no group of fewer than ten pupils: only of schools of more than 200 pupils, and not within ten pupils of 0 or 1. Nothing of their own is shown of schools of fewer than ten pupils. They never change.")
    @APIResponse(responseCode = "200", description = "What the schools got")
    @APIResponse(responseCode = "404", description = "no-such-computation")
    public Page<IndexComputationJson.School> schools(@PathParam("id") UUID id, @BeanParam Paging page) {
        var found = readComputations.schools(
                new IndexSetId(id), doors.sight(), page.after().map(cursor -> cursor.school(0)), page.rows());
        return Page.of(
                        found.schools(),
                        page,
                        school -> Cursor.at(school.school().value()))
                .map(school -> IndexComputationJson.School.of(school, found.model()));
    }

    @POST
    @Path("{id}/recomputations")
    @Idempotent(timeoutSeconds = MOST_SECONDS)
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Operation(
            summary = "Compute an index once more and compare the bytes",
            description = "From the pupils that are kept; while they are. Changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "What came out",
            content = @Content(schema = @Schema(implementation = IndexComputationJson.Recomputed.class)))
    @APIResponse(responseCode = "404", description = "no-such-computation")
    @APIResponse(responseCode = "409", description = "students-not-kept, idempotency-key-in-use")
    public Response recompute(@PathParam("id") UUID id) {
        return Response.ok(IndexComputationJson.Recomputed.of(recomputeIndex.recompute(new IndexSetId(id))))
                .build();
    }
}
