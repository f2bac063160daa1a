package org.partnershipfund.portfolio.catalogue;

import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ServiceArea;

/** A partnership with the names by which people know it. */
public record ListedPartnership(
        Versioned<Partnership> partnership,
        String programName,
        ServiceArea area,
        PartnerId partner,
        String partnerName,
        String schoolName) {}
