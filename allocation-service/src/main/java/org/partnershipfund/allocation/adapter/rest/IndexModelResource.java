package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.usecase.MakeIndexModel;
import org.partnershipfund.allocation.usecase.ReadComputations;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;

/** The doors for how the district measures need. */
@Path("/index-models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Opportunity Index")
public class IndexModelResource {

    private final ReadComputations readComputations;
    private final MakeIndexModel makeIndexModel;
    private final Doors doors;

    IndexModelResource(ReadComputations readComputations, MakeIndexModel makeIndexModel, Doors doors) {
        this.readComputations = readComputations;
        this.makeIndexModel = makeIndexModel;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Make a version of an index model",
            description =
                    "What is measured, how it is made comparable, and how much it counts: the district's decision, with who decided. The weights of the components add up to 1, and so do those of each component's factors. A version never changes; a name that is there already gets its next version.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = IndexModelJson.InFull.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "component-weights-do-not-add-up, factor-weights-do-not-add-up, nothing-measured, factor-is-a-key-column, factor-twice, nothing-admitted, idempotency-key-reused")
    public Response make(@Valid @NotNull IndexModelJson.ToMake asked) {
        var model = makeIndexModel.make(asked.ask());
        return Answers.created("/index-models/" + model.id().value(), IndexModelJson.InFull.of(model), 1);
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the versions of the index models",
            description =
                    "Without a role of the district's offices: those that computed an index on which a published scenario rests.")
    public Page<IndexModelJson> list(@BeanParam PageRequest page) {
        return Page.of(
                        readComputations.models(
                                doors.sight(),
                                page.after().map(cursor -> new IndexModelId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        model -> Cursor.at(model.id().value()))
                .map(IndexModelJson::of);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            summary = "Read one version of an index model",
            description =
                    "Everybody once a published scenario rests on an index that it computed; the district's offices before.")
    @APIResponse(
            responseCode = "200",
            description = "The model",
            content = @Content(schema = @Schema(implementation = IndexModelJson.InFull.class)))
    @APIResponse(responseCode = "404", description = "no-such-index-model")
    public Response read(@PathParam("id") UUID id) {
        return Answers.ok(IndexModelJson.InFull.of(readComputations.model(new IndexModelId(id), doors.sight())), 1);
    }
}
