package org.partnershipfund.contracts;

import org.partnershipfund.kernel.Money;

/**
 * Money on the wire.
 *
 * @param amount dollars with exactly two decimals, such as {@code "52775.72"}
 * @param currency always {@code USD}
 */
public record MoneyV1(String amount, String currency) {

    /** The wire form of an amount. */
    public static MoneyV1 of(Money money) {
        return new MoneyV1(money.dollars(), "USD");
    }

    /**
     * The amount behind the wire form.
     *
     * @throws IllegalArgumentException if the currency is not USD
     * @throws ArithmeticException if there is a fraction of a cent
     */
    public Money money() {
        if (!"USD".equals(currency)) {
            throw new IllegalArgumentException("currency must be USD, not " + currency);
        }
        return Money.ofDollars(amount);
    }
}
