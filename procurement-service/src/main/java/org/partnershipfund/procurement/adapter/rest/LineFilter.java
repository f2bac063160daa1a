package org.partnershipfund.procurement.adapter.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Scope;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.LedgerSlice;

/** Which budget lines are asked for; a {@code @BeanParam} of every door to many lines. */
public class LineFilter {

    @Parameter(description = "Only lines of this fund")
    @QueryParam("fundId")
    @Nullable UUID fundId;

    @Parameter(description = "Only lines of this school, eight digits such as 00350231")
    @QueryParam("schoolCode")
    @Nullable SchoolCode schoolCode;

    @Parameter(
            description = "Only lines of this fiscal year, named by the year in which it ends",
            schema = @Schema(minimum = "2000", maximum = "2199"))
    @QueryParam("fiscalYear")
    @Nullable Integer fiscalYear;

    /** The fund that is asked for. */
    Optional<UUID> fund() {
        return Optional.ofNullable(fundId);
    }

    /** The school that is asked for. */
    Optional<SchoolCode> school() {
        return Optional.ofNullable(schoolCode);
    }

    /** The slice of the ledger that this caller may see of what was asked for. */
    LedgerSlice slice(Scope scope, Optional<Instant> movedAfter) {
        Optional<Set<SchoolCode>> seen = scope.everything() ? Optional.empty() : Optional.of(scope.schools());
        return new LedgerSlice(
                Optional.ofNullable(fundId).map(FundId::new),
                school(),
                Optional.ofNullable(fiscalYear).map(LineFilter::year),
                movedAfter,
                seen);
    }

    private static FiscalYear year(int endYear) {
        if (endYear < 2000 || endYear > 2199) {
            throw ProblemException.parameter(
                    "fiscalYear", Integer.toString(endYear), "it must be 2000 to 2199, such as 2019");
        }
        return new FiscalYear(endYear);
    }
}
