package org.partnershipfund.allocation.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
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
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.allocation.scenario.Allocations;
import org.partnershipfund.allocation.usecase.ReadRevisions;
import org.partnershipfund.allocation.usecase.WriteLetters;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.kernel.SchoolCode;

/** The doors for what is published: everybody may look. */
@Path("/allocations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Allocations", description = "What each school receives, and why: public from the moment of publication")
public class AllocationResource {

    private final ReadRevisions readRevisions;

    private final WriteLetters writeLetters;
    private final LetterPages letterPages;

    AllocationResource(ReadRevisions readRevisions, WriteLetters writeLetters, LetterPages letterPages) {
        this.readRevisions = readRevisions;
        this.writeLetters = writeLetters;
        this.letterPages = letterPages;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List published allocations",
            description =
                    "By id, which within one fund is by rank. Also schools that receive nothing, each with the reason. amount is what the school has now; publishedAmount what was published first. modifiedAfter asks for what was published or revised later.")
    public Page<AllocationJson> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only of this fund") @QueryParam("fundId") @Nullable UUID fundId,
            @Parameter(description = "Only of this school, eight digits") @QueryParam("schoolCode") @Nullable SchoolCode schoolCode,
            @Parameter(
                            description =
                                    "true: only schools that are served, eligible or held harmless; false: only those that are not")
                    @QueryParam("funded")
                    @Nullable Boolean funded) {
        var filter = new Allocations.Filter(
                Optional.ofNullable(fundId).map(FundId::new),
                Optional.ofNullable(schoolCode),
                Optional.ofNullable(funded),
                page.modifiedAfter());
        return Page.of(
                        readRevisions.allocations(
                                filter, page.after().map(cursor -> new AllocationId(cursor.uuid(0))), page.rows()),
                        page,
                        found -> Cursor.at(found.published().allocation().id().value()))
                .map(AllocationJson::of);
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "Read one published allocation with its explanation",
            description = "Every operand, its source and the way to the amount, with the revisions since.")
    @APIResponse(
            responseCode = "200",
            description = "The allocation",
            content = @Content(schema = @Schema(implementation = AllocationJson.Explained.class)))
    @APIResponse(responseCode = "404", description = "no-such-allocation")
    public Response read(@PathParam("id") UUID id) {
        var found = readRevisions.allocation(new AllocationId(id));
        return Answers.ok(
                AllocationJson.Explained.of(found), 1L + found.revisions().size());
    }

    @GET
    @Path("{id}/letter")
    @Produces({LetterPages.HTML, LetterPages.PDF})
    @Operation(
            summary = "Read the letter to the school",
            description =
                    "What the school receives, why, how to check it with a pocket calculator, what can be bought with it and by when; also for a school that receives nothing. As a page or as PDF (Accept: application/pdf), US Letter. It shows every revision since the publication.")
    @APIResponse(
            responseCode = "200",
            description = "The letter",
            content = {
                @Content(mediaType = LetterPages.HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = LetterPages.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "404", description = "no-such-allocation")
    public Response letter(@PathParam("id") UUID id, @Context Request request) {
        return letterPages.answer(writeLetters.allocation(new AllocationId(id)), request);
    }
}
