package org.partnershipfund.foundation.problem;

import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Refusal;

/** A service's one table from its refusals to HTTP; a bean in its {@code adapter/rest/Problems}. */
public interface ProblemTable {

    /** What is asked for is not there, or not for this caller. */
    int ABSENT = 404;

    /** The state of things does not allow it now. */
    int STATE = 409;

    /** A rule of money or policy forbids it. */
    int RULE = 422;

    /** The row of a refusal; an exhaustive switch over the service's sealed refusals. */
    Row row(Refusal refusal);

    /** What a refusal rests on, as JSON shows it beside the sentence; null if the sentence says it all. */
    default @Nullable Object evidence(Refusal refusal) {
        return null;
    }

    /**
     * What a refusal becomes.
     *
     * @param slug the end of {@code urn:partnership-fund:problem:<slug>}; stable, with a page in docs/problems
     * @param title short, the same for every occurrence
     * @param status {@link #ABSENT}, {@link #STATE} or {@link #RULE}
     */
    record Row(String slug, String title, int status) {}
}
