package org.partnershipfund.procurement.ledger;

/** A school's place in the chart of accounts: six digits ({@code 101203}). */
public record ResponsibilityCentre(String value) {

    public ResponsibilityCentre {
        if (!value.matches("\\d{6}")) {
            throw new IllegalArgumentException("a responsibility centre has six digits; got: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
