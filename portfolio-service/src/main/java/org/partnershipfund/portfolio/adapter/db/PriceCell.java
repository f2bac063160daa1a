package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.Embeddable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.program.Price;
import org.partnershipfund.portfolio.program.PriceUnit;

/** One line of a price sheet as it lies in table {@code price}. */
@Embeddable
record PriceCell(String code, String description, String unit, long cents) {

    static PriceCell of(Price price) {
        return new PriceCell(
                price.code(),
                price.description(),
                price.unit().word(),
                price.amount().cents());
    }

    Price price() {
        return new Price(code, description, PriceUnit.of(unit), new Money(cents));
    }
}
