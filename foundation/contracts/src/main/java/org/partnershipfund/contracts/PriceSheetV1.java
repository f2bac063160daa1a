package org.partnershipfund.contracts;

import java.time.LocalDate;
import java.util.List;

/** What a program costs from a day on. */
public record PriceSheetV1(int version, LocalDate validFrom, List<PriceSheetV1.PriceV1> prices) {
    public PriceSheetV1 {
        prices = List.copyOf(prices);
    }

    /** One price; {@code agreed} means: the school and the partner agree on an amount up to this one. */
    public record PriceV1(String code, String description, String unit, MoneyV1 amount) {}
}
