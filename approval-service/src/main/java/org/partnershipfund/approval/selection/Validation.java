package org.partnershipfund.approval.selection;

import java.util.List;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.kernel.Money;

/**
 * What a submission would be answered today, and more.
 *
 * @param findings faults and warnings, those about prices first
 * @param total of the lines that could be priced
 * @param others what the school's other selections of the fund hold
 * @param returned what of the allocation was spent and came back by credit notes
 * @param starts from when on the services of each line can lawfully be given
 */
public record Validation(
        List<Finding> findings,
        Money total,
        Money others,
        Money allocation,
        Money returned,
        SelectionRules rules,
        List<EarliestStart> starts) {

    public Validation {
        findings = List.copyOf(findings);
        starts = List.copyOf(starts);
    }

    /** Whether nothing is in the way of a submission; warnings are not. */
    public boolean isSubmittable() {
        return findings.stream().noneMatch(Finding.Fault.class::isInstance);
    }

    /** What would be left of the allocation and of what came back; negative if it is too much. */
    public Money left() {
        return allocation.plus(returned).minus(others).minus(total);
    }
}
