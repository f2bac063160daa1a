package org.partnershipfund.approval.council;

import java.time.LocalDate;

/** The council rules by day. */
public interface CouncilRulebook {

    /** The rules in force on that day: those that took effect last. */
    CouncilRules on(LocalDate day);
}
