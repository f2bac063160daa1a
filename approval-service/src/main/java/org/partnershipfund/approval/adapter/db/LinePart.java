package org.partnershipfund.approval.adapter.db;

import java.time.LocalDate;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.kernel.Money;

/** A line of one version as it lies in table {@code selection_line}. */
record LinePart(
        int contentVersion,
        UUID id,
        UUID programId,
        String programName,
        UUID partnerId,
        String partnerName,
        String serviceArea,
        int sheetVersion,
        String priceCode,
        String unit,
        long unitPriceCents,
        int quantity,
        int pupils,
        long amountCents,
        LocalDate serviceFrom,
        LocalDate serviceUntil) {

    static LinePart of(int version, Line line) {
        return new LinePart(
                version,
                line.id(),
                line.program().value(),
                line.programName(),
                line.partner(),
                line.partnerName(),
                line.serviceArea(),
                line.sheetVersion(),
                line.priceCode(),
                line.unit().word(),
                line.unitPrice().cents(),
                line.quantity(),
                line.pupils(),
                line.amount().cents(),
                line.serviceFrom(),
                line.serviceUntil());
    }

    Line noun() {
        return new Line(
                id,
                new ProgramId(programId),
                programName,
                partnerId,
                partnerName,
                serviceArea,
                sheetVersion,
                priceCode,
                Unit.of(unit),
                new Money(unitPriceCents),
                quantity,
                pupils,
                new Money(amountCents),
                serviceFrom,
                serviceUntil);
    }
}
