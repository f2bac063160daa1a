package org.partnershipfund.procurement.invoice;

import java.util.Locale;

/** Whose turn it is with an invoice. Source: docs/policy/invoices.md §7. */
public enum Desk {
    SCHOOL,
    PROCUREMENT_OFFICER,
    CITY_AUDITOR,
    BUDGET_OFFICE,
    /** It is settled, or was rejected. */
    NOBODY;

    /**
     * The desk of a state's word.
     *
     * @throws IllegalArgumentException if no state is called so
     */
    public static Desk of(String state) {
        return switch (state) {
            case "submitted" -> SCHOOL;
            case "disputed", "verified" -> PROCUREMENT_OFFICER;
            case "certified" -> CITY_AUDITOR;
            case "received", "partly-paid" -> BUDGET_OFFICE;
            case "rejected", "paid", "credited" -> NOBODY;
            default -> throw new IllegalArgumentException("no state of an invoice: " + state);
        };
    }

    /** The word in tables and on the wire, such as {@code city-auditor}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
