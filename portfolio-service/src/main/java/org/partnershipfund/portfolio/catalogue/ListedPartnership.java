package org.partnershipfund.portfolio.catalogue;

import java.util.Optional;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.Point;
import org.partnershipfund.portfolio.program.ServiceArea;

/**
 * A partnership with the names by which people know it.
 *
 * @param schoolPoint where the school is; empty if nobody said so
 */
public record ListedPartnership(
        Versioned<Partnership> partnership,
        String programName,
        ServiceArea area,
        PartnerId partner,
        String partnerName,
        String schoolName,
        Optional<Point> schoolPoint) {}
