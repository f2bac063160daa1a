package org.partnershipfund.approval.menu;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Money;

/** What a program costs from a day on. */
public record PriceSheet(int version, LocalDate validFrom, List<Price> prices) {

    public PriceSheet {
        prices = List.copyOf(prices);
    }

    /** One price; with unit {@code agreed} the most that may be agreed on. */
    public record Price(String code, String description, Unit unit, Money amount) {}

    /** The price of that code. */
    public Optional<Price> price(String code) {
        return prices.stream().filter(price -> price.code().equals(code)).findFirst();
    }
}
