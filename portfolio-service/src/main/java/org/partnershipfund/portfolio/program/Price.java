package org.partnershipfund.portfolio.program;

import org.partnershipfund.kernel.Money;

/**
 * One line of a price sheet.
 *
 * @param code how selections name it; unique within its sheet
 * @param amount more than nothing; for {@link PriceUnit#AGREED} the most that may be agreed
 */
public record Price(String code, String description, PriceUnit unit, Money amount) {}
