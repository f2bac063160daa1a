package org.partnershipfund.procurement.contract;

import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Whose contracts and invoices somebody sees: an office all, a school those it has a share in, a partner its own.
 *
 * @param everything an office of the district; the rest does not matter then
 */
public record Sight(boolean everything, Set<SchoolCode> schools, Set<UUID> partners) {

    public Sight {
        schools = Set.copyOf(schools);
        partners = Set.copyOf(partners);
    }

    /** Whether the contract exists for them. */
    public boolean covers(Contract contract) {
        return everything
                || partners.contains(contract.terms().program().partner())
                || contract.terms().shares().stream().anyMatch(share -> schools.contains(share.school()));
    }

    /** Whether what one school buys of this partner exists for them. */
    public boolean covers(UUID partner, SchoolCode school) {
        return everything || partners.contains(partner) || schools.contains(school);
    }
}
