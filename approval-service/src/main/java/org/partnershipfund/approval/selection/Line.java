package org.partnershipfund.approval.selection;

import java.time.LocalDate;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.kernel.Money;

/**
 * One program that the school buys, priced.
 *
 * @param sheetVersion of the price sheet in force when the line was drafted
 * @param unitPrice of that sheet; with unit {@code agreed} what was agreed
 * @param pupils how many the school expects to be served
 * @param amount unit price times quantity
 */
public record Line(
        UUID id,
        ProgramId program,
        String programName,
        UUID partner,
        String partnerName,
        String serviceArea,
        int sheetVersion,
        String priceCode,
        Unit unit,
        Money unitPrice,
        int quantity,
        int pupils,
        Money amount,
        LocalDate serviceFrom,
        LocalDate serviceUntil) {

    /** The same in a newer version, where it has an id of its own. */
    Line again(UUID newId) {
        return new Line(
                newId,
                program,
                programName,
                partner,
                partnerName,
                serviceArea,
                sheetVersion,
                priceCode,
                unit,
                unitPrice,
                quantity,
                pupils,
                amount,
                serviceFrom,
                serviceUntil);
    }

    /** Whether the line takes what a competition awarded, at the awarded amount. */
    public boolean isAwarded() {
        return priceCode.equals(Award.PRICE_CODE);
    }
}
