package org.partnershipfund.procurement.adapter.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.procurement.determination.Determinations.Filter;

/** Which determinations are asked for; the same in the office and in public. */
public class DeterminationFilter {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    @Parameter(description = "The calendar year in which the fiscal year ends, such as 2019")
    @QueryParam("fiscalYear")
    @Nullable Integer fiscalYear;

    @Parameter(
            description = "Only sole sources, or only exemptions",
            schema = @Schema(enumeration = {"sole-source", "exemption"}))
    @QueryParam("kind")
    @Nullable String kind;

    @Parameter(description = "Only of this partner")
    @QueryParam("partnerId")
    @Nullable UUID partnerId;

    @Parameter(description = "Only of this service area")
    @QueryParam("serviceArea")
    @Nullable String serviceArea;

    Filter filter(Optional<Instant> modifiedAfter) {
        if (fiscalYear != null && (fiscalYear < FIRST_YEAR || fiscalYear > LAST_YEAR)) {
            throw ProblemException.parameter(
                    "fiscalYear", fiscalYear.toString(), "it must be %d to %d".formatted(FIRST_YEAR, LAST_YEAR));
        }
        return new Filter(
                Optional.ofNullable(fiscalYear).map(FiscalYear::new),
                Optional.ofNullable(kind),
                Optional.ofNullable(partnerId),
                Optional.ofNullable(serviceArea),
                modifiedAfter);
    }
}
