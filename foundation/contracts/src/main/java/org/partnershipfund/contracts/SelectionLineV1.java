package org.partnershipfund.contracts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One program that a school buys.
 *
 * @param unitPrice of the dated price sheet; with unit {@code agreed} what was agreed, up to it
 * @param amount unit price times quantity, to the cent
 * @param pupils how many the school expects to be served
 */
public record SelectionLineV1(
        UUID lineId,
        UUID programId,
        String programName,
        UUID partnerId,
        String partnerName,
        String serviceArea,
        int priceSheetVersion,
        String priceCode,
        String unit,
        MoneyV1 unitPrice,
        int quantity,
        int pupils,
        MoneyV1 amount,
        LocalDate serviceFrom,
        LocalDate serviceUntil) {}
