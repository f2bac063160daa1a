package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.kernel.Money;

/** A line of one version as it lies in table {@code selection_line}. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class LinePart {

    @Column(name = "content_version")
    int contentVersion;

    UUID id;

    @Column(name = "program_id")
    UUID programId;

    @Column(name = "program_name")
    String programName;

    @Column(name = "partner_id")
    UUID partnerId;

    @Column(name = "partner_name")
    String partnerName;

    @Column(name = "service_area")
    String serviceArea;

    @Column(name = "sheet_version")
    int sheetVersion;

    @Column(name = "price_code")
    String priceCode;

    String unit;

    @Column(name = "unit_price_cents")
    long unitPriceCents;

    int quantity;
    int pupils;

    @Column(name = "amount_cents")
    long amountCents;

    @Column(name = "service_from")
    LocalDate serviceFrom;

    @Column(name = "service_until")
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
