package org.partnershipfund.procurement.adapter.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.procurement.ledger.Statements.Span;

/** Which time a statement is about; a {@code @BeanParam}. */
public class StatementSpan {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2199-12-31T00:00:00Z");

    @Parameter(description = "What happened earlier is in the opening balance, such as 2018-07-01T04:00:00Z")
    @QueryParam("from")
    @Nullable Instant from;

    @Parameter(description = "As of this instant of the district clock, included; without it, all that happened")
    @QueryParam("asOf")
    @Nullable Instant asOf;

    @Parameter(
            description =
                    "What was written later, in real time, is left out whenever it happened: the same statement drawn up again")
    @QueryParam("knownAt")
    @Nullable Instant knownAt;

    Span span() {
        Instant first = from == null ? FIRST : from;
        Instant last = asOf == null ? LAST : asOf;
        if (last.isBefore(first)) {
            throw ProblemException.parameter("asOf", last.toString(), "it must not be before from, " + first);
        }
        return new Span(first, last, knownAt == null ? LAST : knownAt);
    }
}
