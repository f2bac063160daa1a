package org.partnershipfund.approval.plan;

import java.util.List;
import org.partnershipfund.kernel.Money;

/**
 * What conditions are measured by, on the day of submission.
 *
 * @param total of the version that is submitted
 * @param firstTimePartners names of its partners that the school never had under contract before
 * @param outsideThePortfolio names of its programs that are not vetted on that day
 */
public record Facts(Money total, List<String> firstTimePartners, List<String> outsideThePortfolio) {

    public Facts {
        firstTimePartners = firstTimePartners.stream().distinct().sorted().toList();
        outsideThePortfolio = outsideThePortfolio.stream().distinct().sorted().toList();
    }
}
