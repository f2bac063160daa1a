package org.partnershipfund.portfolio.matching;

import java.util.Comparator;
import java.util.List;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.program.Price;
import org.partnershipfund.portfolio.program.PriceUnit;

/**
 * What one line of a price sheet comes to for a school (policy matching §4): amount = price times quantity.
 *
 * @param quantity units of the price; 1 or more
 * @param assumed where the quantity comes from, as a plain sentence
 */
public record Quote(Price price, int quantity, Money amount, String assumed) {

    /** The lowest first; equals by code. */
    static final Comparator<Quote> LOWEST_FIRST = Comparator.comparing(Quote::amount)
            .thenComparing(quote -> quote.price().code());

    /** Whether the amount is only the most that school and partner may agree on. */
    public boolean isUpTo() {
        return price.unit() == PriceUnit.AGREED;
    }

    /** A line of the sheet that does not count for this school, and why. */
    public record NotCounted(Price price, String why) {}

    /**
     * Every line of a sheet, counted or not.
     *
     * @param counted the lowest first
     * @param notCounted in the order of the sheet
     */
    public record Sheet(List<Quote> counted, List<NotCounted> notCounted) {

        static final Sheet NONE = new Sheet(List.of(), List.of());

        public Sheet {
            counted = List.copyOf(counted);
            notCounted = List.copyOf(notCounted);
        }
    }
}
