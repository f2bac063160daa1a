package org.partnershipfund.allocation.baseline;

import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What the central office paid one partner for one kind of service at one school.
 *
 * @param partner as the district's books called it that year; it need not be registered today
 * @param serviceArea what the partner did there
 * @param amount more than nothing
 */
public record PriorYearFunding(FundingId id, SchoolCode school, String partner, String serviceArea, Money amount) {

    /** Longest name of a partner. */
    public static final int PARTNER_MAX = 200;

    /** Longest name of a service area. */
    public static final int SERVICE_AREA_MAX = 100;

    public PriorYearFunding {
        if (partner.isBlank() || serviceArea.isBlank()) {
            throw new IllegalArgumentException("funding names its partner and its service area");
        }
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("funding is more than nothing: " + amount);
        }
    }

    /** A line with the notice that it stands in. */
    public record Told(PriorYearFunding funding, Notice.Title notice) {}
}
