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

    /**
     * One price; with unit {@code agreed} the most that may be agreed on.
     *
     * @param fromQuantity the smallest quantity for which it counts
     * @param untilQuantity the largest; empty for no bound
     */
    public record Price(
            String code,
            String description,
            Unit unit,
            Money amount,
            int fromQuantity,
            Optional<Integer> untilQuantity) {

        /** A price for any quantity; a flat one is bought once. */
        public Price(String code, String description, Unit unit, Money amount) {
            this(code, description, unit, amount, 1, unit == Unit.FLAT ? Optional.of(1) : Optional.empty());
        }

        /** Whether so many may be bought at it. */
        public boolean countsFor(int quantity) {
            return quantity >= fromQuantity && quantity <= untilQuantity.orElse(Integer.MAX_VALUE);
        }
    }

    /** The price of that code. */
    public Optional<Price> price(String code) {
        return prices.stream().filter(price -> price.code().equals(code)).findFirst();
    }
}
