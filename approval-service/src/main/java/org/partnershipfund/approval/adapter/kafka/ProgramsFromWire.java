package org.partnershipfund.approval.adapter.kafka;

import java.util.List;
import java.util.UUID;
import org.partnershipfund.approval.menu.PriceSheet;
import org.partnershipfund.approval.menu.PriceSheet.Price;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.contracts.PriceSheetV1;

/** A program of the wire in our words. */
final class ProgramsFromWire {

    private ProgramsFromWire() {}

    static Program program(
            UUID program, UUID partner, String partnerName, String name, String serviceArea, PriceSheetV1 sheet) {
        var prices = sheet.prices().stream()
                .map(price -> new Price(
                        price.code(),
                        price.description(),
                        Unit.of(price.unit()),
                        price.amount().money()))
                .toList();
        return new Program(
                new ProgramId(program),
                partner,
                partnerName,
                name,
                serviceArea,
                List.of(new PriceSheet(sheet.version(), sheet.validFrom(), prices)),
                List.of());
    }
}
