package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.partnershipfund.kernel.Money;

/** Amounts on the wire and on the screen. */
final class Dollars {

    private Dollars() {}

    /** The amount of {@code {"amount": "133000.00", "currency": "USD"}}. */
    static Money of(JsonNode money) {
        return Money.ofDollars(money.path("amount").asText());
    }

    /** As a door takes it. */
    static Map<String, String> wire(Money money) {
        return Map.of("amount", money.dollars(), "currency", "USD");
    }

    static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    /** Such as {@code $5,700,000.00}. */
    static String words(Money money) {
        return String.format(Locale.ROOT, "$%,d.%02d", money.cents() / 100, money.cents() % 100);
    }
}
