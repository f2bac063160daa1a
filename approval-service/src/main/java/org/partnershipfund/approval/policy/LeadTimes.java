package org.partnershipfund.approval.policy;

import java.util.List;

/** How long central office needs to buy: dated data of the district. */
public interface LeadTimes {

    /** Every tier of every time. */
    List<LeadTime> all();
}
