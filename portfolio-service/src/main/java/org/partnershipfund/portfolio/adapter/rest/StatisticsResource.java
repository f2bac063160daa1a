package org.partnershipfund.portfolio.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.catalogue.CatalogueStatistics;
import org.partnershipfund.portfolio.catalogue.Partnerships;

/** The door to the statistics of partnerships: everybody may look. */
@Path("/partnership-statistics")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Partnerships")
public class StatisticsResource {

    private final Partnerships partnerships;
    private final Doors doors;

    StatisticsResource(Partnerships partnerships, Doors doors) {
        this.partnerships = partnerships;
        this.doors = doors;
    }

    @GET
    @Operation(
            summary = "Count the partnerships of the schools",
            description =
                    "Over all schools of the catalogue, also those that have none: on average, in the middle, by need, and who has none; all programs or those of one service area. No pupil is counted here.")
    public StatisticsJson read(
            @Parameter(description = "The fiscal year; the one that runs unless said")
                    @QueryParam("fiscalYear")
                    @Nullable FiscalYear year,
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
                    @Nullable String area) {
        FiscalYear asked = year == null ? FiscalYear.of(doors.dayOrToday(null)) : year;
        var ofArea = Optional.ofNullable(area).map(Words::serviceArea);
        return StatisticsJson.of(CatalogueStatistics.of(asked, ofArea, partnerships.counts(asked, ofArea)));
    }
}
