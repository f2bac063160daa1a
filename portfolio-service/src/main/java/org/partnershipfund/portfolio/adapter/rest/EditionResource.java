package org.partnershipfund.portfolio.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.edition.Edition;
import org.partnershipfund.portfolio.edition.EditionId;
import org.partnershipfund.portfolio.edition.EditionRefusal.NoSuchEdition;
import org.partnershipfund.portfolio.edition.Editions;

/** The doors to editions: everybody reads. A cycle publishes them ({@link CycleResource}). */
@Path("/editions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio", description = "The Opportunity Portfolio: the menu of vetted programs")
public class EditionResource {

    private final Editions editions;
    private final JsonScribe scribe;
    private final MenuPages pages;
    private final Doors doors;

    EditionResource(Editions editions, JsonScribe scribe, MenuPages pages, Doors doors) {
        this.editions = editions;
        this.scribe = scribe;
        this.pages = pages;
        this.doors = doors;
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the editions of the menu",
            description = "In the order in which they were published. modifiedAfter asks for those published later.")
    public Page<EditionJson> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only of this cycle") @QueryParam("cycleId") @Nullable UUID cycleId) {
        return Page.of(
                        editions.list(
                                Optional.ofNullable(cycleId).map(CycleId::new),
                                page.after().map(cursor -> new EditionId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        title -> Cursor.at(title.id().value()))
                .map(title -> EditionJson.of(title, doors.seesReviews()));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "Read which edition it is", description = "GET /editions/{id}/menu is the menu itself.")
    @APIResponse(
            responseCode = "200",
            description = "The edition",
            content = @Content(schema = @Schema(implementation = EditionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-edition")
    public Response read(@PathParam("id") UUID id) {
        return Answers.ok(EditionJson.of(found(id).title(), doors.seesReviews()), 1);
    }

    @GET
    @Path("{id}/menu")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Take the menu of an edition",
            description =
                    "The same bytes each time; SHA-256 of them is the edition's digest, and the ETag of this answer.")
    @APIResponse(
            responseCode = "200",
            description = "The menu",
            content = @Content(schema = @Schema(implementation = EditionJson.Menu.class)))
    @APIResponse(responseCode = "404", description = "no-such-edition")
    public Response menu(@PathParam("id") UUID id) {
        Edition edition = found(id);
        return Response.ok(edition.document().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON_TYPE)
                .tag(new EntityTag(edition.title().digest()))
                .build();
    }

    @GET
    @Path("{id}/print")
    @PermitAll
    @Produces({MenuPages.HTML, MenuPages.PDF})
    @Operation(
            summary = "Print an edition",
            description =
                    "The menu of the edition by service area: a page, or a PDF on US Letter that screen readers read. At most 500 programs at once.")
    @APIResponse(
            responseCode = "200",
            description = "The edition",
            content = {
                @Content(mediaType = MenuPages.HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MenuPages.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "400", description = "invalid-parameter")
    @APIResponse(responseCode = "404", description = "no-such-edition")
    @APIResponse(responseCode = "503", description = "temporarily-unavailable")
    public Response print(
            @PathParam("id") UUID id,
            @Parameter(
                            description = "Only programs of this service area",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "academic",
                                                "college-and-career",
                                                "health-and-wellness",
                                                "parents-and-family",
                                                "resource-and-capacity",
                                                "afterschool-and-recreation"
                                            }))
                    @QueryParam("serviceArea")
                    @Nullable String serviceArea,
            @Context Request request) {
        Optional<String> area =
                Optional.ofNullable(serviceArea).map(Words::serviceArea).map(known -> known.word());
        Edition edition = found(id);
        EditionJson.Menu menu = scribe.read(edition);
        List<PrintedMenu.Offer> offers = menu.programs().stream()
                .filter(entry -> area.map(entry.serviceArea()::equals).orElse(true))
                .map(EditionJson.Entry::offer)
                .toList();
        MenuPages.refuseMoreThanPrintable(offers.size());
        String title = "Edition %d of %s".formatted(edition.title().number(), menu.cycleName());
        return pages.answer(PrintedMenu.of(Optional.of(title), menu.asOf(), offers), request);
    }

    private Edition found(UUID id) {
        var asked = new EditionId(id);
        return editions.find(asked).orElseThrow(() -> new RefusedException(new NoSuchEdition(asked)));
    }
}
