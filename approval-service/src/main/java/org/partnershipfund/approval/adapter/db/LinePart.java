package org.partnershipfund.approval.adapter.db;

import java.time.LocalDate;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.kernel.Money;

/** A line of one version as it lies in table {@code selection_line}. */
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class LinePart {

    int contentVersion;

    UUID id;

    UUID programId;

    String programName;

    UUID partnerId;

    String partnerName;

    String serviceArea;

    int sheetVersion;

    String priceCode;

    String unit;

    long unitPriceCents;

    int quantity;
    int pupils;

    long amountCents;

    LocalDate serviceFrom;

    LocalDate serviceUntil;

    static LinePart of(int version, Line line) {
        var part = new LinePart();
        part.contentVersion = version;
        part.id = line.id();
        part.programId = line.program().value();
        part.programName = line.programName();
        part.partnerId = line.partner();
        part.partnerName = line.partnerName();
        part.serviceArea = line.serviceArea();
        part.sheetVersion = line.sheetVersion();
        part.priceCode = line.priceCode();
        part.unit = line.unit().word();
        part.unitPriceCents = line.unitPrice().cents();
        part.quantity = line.quantity();
        part.pupils = line.pupils();
        part.amountCents = line.amount().cents();
        part.serviceFrom = line.serviceFrom();
        part.serviceUntil = line.serviceUntil();
        return part;
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
