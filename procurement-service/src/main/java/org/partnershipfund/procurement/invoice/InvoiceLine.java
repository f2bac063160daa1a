package org.partnershipfund.procurement.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What is asked of one school for services between two days, both included.
 *
 * <p>Source: docs/policy/invoices.md §2.
 *
 * @param delivered how many were reached; null on lines from before this was asked
 * @param continues numbers of the partner's earlier invoices whose days this line shares
 */
public record InvoiceLine(
        SchoolCode school,
        LocalDate serviceFrom,
        LocalDate serviceUntil,
        Money amount,
        String description,
        Item item,
        @Nullable Delivered delivered,
        List<String> continues) {

    public InvoiceLine {
        continues = List.copyOf(continues);
    }

    /**
     * What was counted and at what price.
     *
     * @param unit such as {@code session}
     */
    public record Item(String unit, BigDecimal quantity, Money unitPrice) {

        public Item {
            // 36.0 and 36 are the same count: the same line is recognised however it is written
            quantity = quantity.stripTrailingZeros();
        }

        /** Quantity times price; a fraction of a cent stays one, so that nobody rounds it away. */
        public BigDecimal cents() {
            return quantity.multiply(BigDecimal.valueOf(unitPrice.cents()));
        }
    }

    /** How many were reached: counts, never names. */
    public record Delivered(
            int pupils,
            @Nullable Integer sessions,
            @Nullable Integer attendances) {}
}
