package org.partnershipfund.approval.adapter.rest;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.adapter.print.QuteGuideScribe;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.support.GuideEditions;
import org.partnershipfund.approval.support.GuideId;
import org.partnershipfund.approval.usecase.PublishGuide;
import org.partnershipfund.foundation.print.PrintedPages;
import org.partnershipfund.foundation.print.Printer;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;

/** The doors for the Partnership Fund Guide. */
@Path("/guides")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guide", description = "The Partnership Fund Guide: each published edition stays as it is, for everybody")
public class GuideResource {

    private static final int AT_ONCE = 2;

    private final GuideEditions editions;
    private final PublishGuide publishGuide;
    private final Callers callers;
    private final Clock clock;
    private final PrintedPages pages =
            new PrintedPages(QuteGuideScribe.STYLE, new Printer(AT_ONCE, Duration.ofSeconds(2)));

    GuideResource(GuideEditions editions, PublishGuide publishGuide, Callers callers, Clock clock) {
        this.editions = editions;
        this.publishGuide = publishGuide;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the published editions of the guide",
            description = "In the order in which they were published; the last one of a fund is in force.")
    public Page<GuideJson> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Only of this fund") @QueryParam("fundId") @Nullable UUID fund) {
        return Page.of(
                        editions.list(
                                Optional.ofNullable(fund).map(FundId::new),
                                page.after().map(cursor -> new GuideId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        title -> Cursor.at(title.id().value()))
                .map(GuideJson::of);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Produces({PrintedPages.HTML, PrintedPages.PDF})
    @Operation(
            summary = "Read one edition",
            description = "As a page or as PDF, by Accept; the same bytes for ever. The PDF is made from the page.")
    @APIResponse(
            responseCode = "200",
            description = "The guide",
            content = {
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/pdf")
            })
    @APIResponse(responseCode = "404", description = "no-such-guide")
    @APIResponse(responseCode = "503", description = "temporarily-unavailable: others are being printed")
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        var edition = publishGuide.read(new GuideId(id));
        return pages.answer(edition.page(), edition.title().at(), request);
    }

    @GET
    @Path("drafts/{fundId}")
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Produces({PrintedPages.HTML, PrintedPages.PDF})
    @Operation(
            summary = "Read what would be published now",
            description = "The guide with the days, amounts and rules of this moment, as a page or as PDF.")
    @APIResponse(
            responseCode = "200",
            description = "The guide",
            content = {
                @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/pdf")
            })
    @APIResponse(responseCode = "404", description = "no-such-support-calendar")
    @APIResponse(responseCode = "503", description = "temporarily-unavailable: others are being printed")
    public Response draft(@PathParam("fundId") UUID fund, @Context Request request) {
        return pages.answer(publishGuide.page(new FundId(fund)), clock.instant(), request);
    }

    @POST
    @Idempotent
    @RolesAllowed(PARTNERSHIPS_TEAM)
    @Operation(
            summary = "Publish the next edition of a fund's guide",
            description =
                    "With the fund's own days, published allocations and rules as they hold now. Everybody may read it from now on, and it never changes.")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(schema = @Schema(implementation = GuideJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-support-calendar")
    @APIResponse(responseCode = "409", description = "guide-unchanged, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response publish(@Valid @NotNull GuideJson.ToPublish asked) {
        var title = publishGuide.publish(asked.fund(), callers.me());
        return Answers.created("/guides/" + title.id().value(), GuideJson.of(title), 1);
    }
}
