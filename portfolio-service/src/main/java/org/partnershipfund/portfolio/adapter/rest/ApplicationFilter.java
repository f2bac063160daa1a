package org.partnershipfund.portfolio.adapter.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
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
            schema = @Schema(enumeration = {"submitted", "vetted", "refused", "withdrawn"}))
    @QueryParam("state")
    @Nullable String state;

    /** What was asked for, of what the caller may see. */
    Applications.Filter filter(Reach reach, Optional<Instant> modifiedAfter) {
        return new Applications.Filter(
                reach,
                Optional.ofNullable(cycleId).map(CycleId::new),
                Optional.ofNullable(programId).map(ProgramId::new),
                Optional.ofNullable(state).map(Words::state),
                modifiedAfter);
    }
}
