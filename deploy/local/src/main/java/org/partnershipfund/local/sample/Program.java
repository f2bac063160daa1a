package org.partnershipfund.local.sample;

import java.util.List;
import org.partnershipfund.kernel.Money;

/**
 * A program of an invented organisation; every organisation here has one.
 *
 * @param partner the organisation's key; its member signs in as {@code partner-<key>}
 * @param vetting vetted, refused, or none for those that do not apply to the portfolio
 */
public record Program(
        String partner,
        String partnerName,
        String kind,
        String name,
        String serviceArea,
        String description,
        List<String> grades,
        int capacity,
        int yearsOfDelivery,
        String priceCode,
        String priceDescription,
        String unit,
        Money price,
        String vetting) {

    public Program {
        grades = List.copyOf(grades);
    }

    /** The same at another price. */
    public Program pricedAt(Money other) {
        return new Program(
                partner,
                partnerName,
                kind,
                name,
                serviceArea,
                description,
                grades,
                capacity,
                yearsOfDelivery,
                priceCode,
                priceDescription,
                unit,
                other,
                vetting);
    }

    /** Who signs in for the organisation. */
    public String member() {
        return "partner-" + partner;
    }

    /** Whether it asks to be on the menu. */
    public boolean applies() {
        return !vetting.equals("none");
    }

    /** Whether school and partner agree on an amount up to the price. */
    public boolean isAgreed() {
        return unit.equals("agreed");
    }
}
