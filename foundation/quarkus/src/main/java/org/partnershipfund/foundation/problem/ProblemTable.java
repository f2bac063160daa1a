package org.partnershipfund.foundation.problem;

import org.partnershipfund.kernel.Refusal;

/** A service's one table from its refusals to HTTP; a bean in its {@code adapter/rest/Problems}. */
public interface ProblemTable {

    /** The row of a refusal; an exhaustive switch over the service's sealed refusals. */
    Row row(Refusal refusal);

    /**
     * What a refusal becomes.
     *
     * @param slug the end of {@code urn:partnership-fund:problem:<slug>}; stable, with a page in docs/problems
     * @param title short, the same for every occurrence
     * @param status 404 absent, 409 state, 422 a rule of money or policy
     */
    record Row(String slug, String title, int status) {}
}
