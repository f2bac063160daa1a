package org.partnershipfund.approval.plan;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.SchoolCode;

/** Which partners a school had under contract before, as far as procurement ever said so. */
public interface PartnersHad {

    /** Those of the partners with whom the school had a contract, in whatever fund and year. */
    Set<UUID> by(SchoolCode school, Collection<UUID> partners);
}
