package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.procurement.tender.FrameworkAward;
import org.partnershipfund.procurement.tender.FrameworkAwards;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchFrameworkAward;

/** The public doors for awards of frameworks. */
@Path("/framework-awards")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Tenders", description = "Public invitations, sealed bids, awards")
public class FrameworkAwardResource {

    private final FrameworkAwards awards;

    FrameworkAwardResource(FrameworkAwards awards) {
        this.awards = awards;
    }

    /** An award on the wire. */
    @Schema(name = "FrameworkAward")
    public record AwardedJson(
            UUID id,
            UUID tenderId,
            String serviceArea,
            UUID partnerId,
            String partnerName,
            UUID programId,
            String programName,
            LocalDate from,
            LocalDate until,
            List<TenderJson.UnitPriceJson> unitPrices,
            Instant awardedAt) {

        static AwardedJson of(FrameworkAward award) {
            return new AwardedJson(
                    award.id(),
                    award.tender().value(),
                    award.serviceArea(),
                    award.program().partner(),
                    award.program().partnerName(),
                    award.program().id(),
                    award.program().name(),
                    award.from(),
                    award.until(),
                    TenderJson.UnitPriceJson.of(award.units()),
                    award.awardedAt());
        }
    }

    /** A row of the list; unit prices stand in the award. */
    @Schema(name = "FrameworkAwardSummary")
    public record Row(
            UUID id,
            UUID tenderId,
            String serviceArea,
            UUID partnerId,
            String partnerName,
            UUID programId,
            String programName,
            LocalDate from,
            LocalDate until,
            Instant awardedAt) {}

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the awards of frameworks",
            description = "By id, which follows the time of the award. From these, schools' selections are called off.")
    public Page<Row> list(
            @BeanParam Paging page,
            @QueryParam("tenderId") @Nullable UUID tenderId,
            @QueryParam("serviceArea") @Nullable String serviceArea,
            @QueryParam("on") @Nullable LocalDate on) {
        return Page.of(
                        awards.list(
                                Optional.ofNullable(tenderId).map(TenderId::new),
                                Optional.ofNullable(serviceArea),
                                Optional.ofNullable(on),
                                page.after().map(cursor -> cursor.uuid(0)),
                                page.rows()),
                        page,
                        award -> Cursor.at(award.id()))
                .map(award -> new Row(
                        award.id(),
                        award.tender().value(),
                        award.serviceArea(),
                        award.program().partner(),
                        award.program().partnerName(),
                        award.program().id(),
                        award.program().name(),
                        award.from(),
                        award.until(),
                        award.awardedAt()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one award of a framework", description = "With its unit prices.")
    @APIResponse(
            responseCode = "200",
            description = "The award",
            content = @Content(schema = @Schema(implementation = AwardedJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-framework-award")
    public Response read(@PathParam("id") UUID id) {
        // An award never changes: its version is always the first.
        return Answers.ok(
                AwardedJson.of(awards.find(id)
                        .orElseThrow(() -> new RefusedException(new NoSuchFrameworkAward(id.toString())))),
                1);
    }
}
