package org.partnershipfund.allocation.scenario;

import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.school.ResponsibilityCentre;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What one scenario means for one school; also for a school that receives nothing.
 *
 * @param centre the school in the chart of accounts, as it was when the scenario was computed
 * @param line rank, school and outcome
 */
public record Allocation(AllocationId id, ResponsibilityCentre centre, Line line) {

    /** Whose allocation this is. */
    public SchoolCode school() {
        return line.school().school();
    }

    /** What the school receives; zero or more. */
    public Money amount() {
        return line.outcome().amount();
    }
}
