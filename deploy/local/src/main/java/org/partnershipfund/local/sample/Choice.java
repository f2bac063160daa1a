package org.partnershipfund.local.sample;

import java.util.Optional;
import org.partnershipfund.kernel.Money;

/**
 * One program that a school plans to buy.
 *
 * @param partner the key of the organisation that offers it
 * @param quantity of the price's unit; 1 where the amount is agreed
 * @param amount what it costs in all
 * @param agreed the amount that school and partner agreed on, where the price leaves it to them
 */
public record Choice(
        String schoolCode,
        String partner,
        String priceCode,
        int quantity,
        Optional<Money> agreed,
        int pupils,
        Money amount) {

    /** The same, for another agreed amount. */
    public Choice agreedOn(Money other) {
        return new Choice(schoolCode, partner, priceCode, quantity, Optional.of(other), pupils, other);
    }

    /** The same, for more or fewer pupils. */
    public Choice forPupils(int others) {
        return new Choice(schoolCode, partner, priceCode, quantity, agreed, others, amount);
    }

    /** What another partner offers in its place: an awarded price, as approval-service calls it. */
    public Choice awardedTo(String other, Money price) {
        return new Choice(schoolCode, other, "awarded", 1, Optional.empty(), pupils, price);
    }
}
