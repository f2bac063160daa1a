package org.partnershipfund.allocation.scenario;

import org.partnershipfund.allocation.formula.Explanation;

/** An allocation with all that is needed to explain it. */
public record AllocationInScenario(Allocation allocation, Scenario.Summary scenario) {

    /** Why the school receives this. */
    public Explanation explanation() {
        Scenario.Title title = scenario.title();
        return new Explanation(title.rules(), scenario.totals(), allocation.line(), title.index(), title.enrollment());
    }
}
