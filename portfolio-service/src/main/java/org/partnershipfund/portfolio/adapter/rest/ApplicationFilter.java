package org.partnershipfund.portfolio.adapter.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.vetting.Applications;

/** Which applications are asked for. */
public class ApplicationFilter {

    @Parameter(description = "Only applications in this cycle")
    @QueryParam("cycleId")
    @Nullable UUID cycleId;

    @Parameter(description = "Only applications of this program")
    @QueryParam("programId")
    @Nullable UUID programId;

    @Parameter(
            description = "Only applications in this state",
            schema =
                    @Schema(
                            enumeration = {
                                "intended",
                                "submitted",
                                "returned",
                                "vetted",
                                "suspended",
                                "refused",
                                "withdrawn"
                            }))
    @QueryParam("state")
    @Nullable String state;

    @Parameter(
            description =
                    "Only programs whose days on the menu end within so many days from today: the warning to apply again")
    @QueryParam("endsWithinDays")
    @Min(0) @Max(3660) @Nullable Integer endsWithinDays;

    /** What was asked for, of what the caller may see. */
    Applications.Filter filter(Reach reach, LocalDate today, Optional<Instant> modifiedAfter) {
        return new Applications.Filter(
                reach,
                Optional.ofNullable(cycleId).map(CycleId::new),
                Optional.ofNullable(programId).map(ProgramId::new),
                Optional.ofNullable(state).map(Words::state),
                Optional.ofNullable(endsWithinDays).map(days -> new Applications.Ending(today, today.plusDays(days))),
                modifiedAfter);
    }
}
