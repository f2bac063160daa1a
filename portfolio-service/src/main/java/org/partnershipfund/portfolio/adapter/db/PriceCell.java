package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.program.Price;
import org.partnershipfund.portfolio.program.PriceUnit;
import org.partnershipfund.portfolio.program.Tier;

/** One line of a price sheet as it lies in table {@code price}. */
@Embeddable
record PriceCell(
        String code,
        String description,
        String unit,
        long cents,
        @Column(name = "from_quantity") int fromQuantity,
        @Column(name = "until_quantity") @Nullable Integer untilQuantity) {

    static PriceCell of(Price price) {
        return new PriceCell(
                price.code(),
                price.description(),
                price.unit().word(),
                price.amount().cents(),
                price.tier().from(),
                price.tier().until().orElse(null));
    }

    Price price() {
        return new Price(
                code,
                description,
                PriceUnit.of(unit),
                new Money(cents),
                new Tier(fromQuantity, Optional.ofNullable(untilQuantity)));
    }
}
