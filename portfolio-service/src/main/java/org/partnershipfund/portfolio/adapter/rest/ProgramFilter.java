package org.partnershipfund.portfolio.adapter.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.Programs;

/** Which programs are asked for; a {@code @BeanParam} of the doors to many. */
public class ProgramFilter {

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
    @Nullable String serviceArea;

    @Parameter(description = "Only programs that serve this grade: PK, K, 1 to 12")
    @QueryParam("grade")
    @Nullable String grade;

    @Parameter(description = "Only programs of this partner")
    @QueryParam("partnerId")
    @Nullable UUID partnerId;

    @Parameter(description = "Only programs whose name, description or partner contains this")
    @QueryParam("q")
    @Nullable String q;

    /**
     * What was asked for.
     *
     * @param vetted whether only programs on the menu of that day, or only the others
     */
    Programs.Filter filter(@Nullable Boolean vetted, LocalDate day, Optional<Instant> modifiedAfter) {
        return new Programs.Filter(
                Optional.ofNullable(serviceArea).map(Words::serviceArea),
                Optional.ofNullable(grade).map(Words::grade),
                Optional.ofNullable(vetted),
                day,
                Optional.ofNullable(partnerId).map(PartnerId::new),
                Optional.ofNullable(q),
                modifiedAfter);
    }
}
