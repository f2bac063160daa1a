package org.partnershipfund.procurement.contract;

import java.util.Locale;

/** What people do to a contract before it binds, in lawful order. Source: docs/policy/procurement.md §7. */
public enum Step {
    PARTNER,
    SUPERINTENDENT,
    APPROPRIATION,
    MAYOR,
    /** The signature that binds the district: the last of all. */
    DISTRICT;

    /** The word in rules and on the wire, such as {@code partner}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
