package org.partnershipfund.approval.policy;

import java.util.List;
import org.partnershipfund.approval.fund.FundId;

/** What each fund asks of selections, in every version. */
public interface SelectionRulebook {

    /** Every version of a fund's rules, the first one first; none if the fund was not heard of. */
    List<SelectionRules> versions(FundId fund);

    /** Waits until nobody else changes the rules of the fund, and keeps others waiting until the transaction ends. */
    void hold(FundId fund);

    /** Adds a version; it is never changed. */
    void add(SelectionRules rules);
}
