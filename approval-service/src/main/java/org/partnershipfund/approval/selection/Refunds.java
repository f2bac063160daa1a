package org.partnershipfund.approval.selection;

import org.partnershipfund.approval.selection.Selections.Purse;
import org.partnershipfund.kernel.Money;

/** All refunds that procurement told of. */
public interface Refunds {

    /** Keeps one; told again it changes nothing. */
    void add(Refund refund);

    /** What came back to the purse under contracts that are known; a refund that was told before its contract waits for it. */
    Money of(Purse purse);
}
