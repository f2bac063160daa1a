package org.partnershipfund.procurement.spending;

import java.util.Locale;
import org.partnershipfund.procurement.spending.Spending.Fact;

/** What dollars are added up by. Source: docs/policy/disclosure.md §6. */
public enum Dimension {
    SCHOOL,
    PARTNER,
    SERVICE_AREA,
    METHOD,
    ROUTE,
    FUND,
    FISCAL_YEAR;

    /** What a row is told apart by, and what people call it. */
    public record Key(String key, String name) {}

    Key of(Fact fact) {
        return switch (this) {
            case SCHOOL -> new Key(fact.school().value(), fact.schoolName());
            case PARTNER -> new Key(fact.partner().toString(), fact.partnerName());
            case SERVICE_AREA -> new Key(fact.serviceArea(), fact.serviceArea());
            case METHOD -> new Key(fact.method(), fact.method());
            case ROUTE -> new Key(fact.route(), fact.route());
            case FUND -> new Key(fact.fund().toString(), fact.fundName());
            case FISCAL_YEAR -> new Key(fact.year().toString(), fact.year().toString());
        };
    }

    /** The word in addresses, such as {@code service-area}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The dimension of a word.
     *
     * @throws IllegalArgumentException if none is called so
     */
    public static Dimension ofWord(String word) {
        for (Dimension dimension : values()) {
            if (dimension.word().equals(word)) {
                return dimension;
            }
        }
        throw new IllegalArgumentException("no dimension: " + word);
    }
}
