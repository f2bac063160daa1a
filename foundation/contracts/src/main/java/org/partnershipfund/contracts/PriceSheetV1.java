package org.partnershipfund.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a program costs from a day on. */
public record PriceSheetV1(int version, LocalDate validFrom, List<PriceSheetV1.PriceV1> prices) {
    public PriceSheetV1 {
        prices = List.copyOf(prices);
    }

    /**
     * One price; {@code agreed} means: the school and the partner agree on an amount up to this one; {@code flat}: one
     * amount for all of it, bought once.
     *
     * @param fromQuantity the smallest quantity for which it counts; absent for 1
     * @param untilQuantity the largest; absent for no bound
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PriceV1(
            String code,
            String description,
            String unit,
            MoneyV1 amount,
            @Nullable Integer fromQuantity,
            @Nullable Integer untilQuantity) {}
}
