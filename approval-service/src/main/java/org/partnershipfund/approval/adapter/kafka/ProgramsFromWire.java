package org.partnershipfund.approval.adapter.kafka;

import java.util.List;
import java.util.Optional;
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
            UUID program,
            UUID partner,
            String partnerName,
            String name,
            String serviceArea,
            int capacity,
            PriceSheetV1 sheet) {
        var prices = sheet.prices().stream().map(ProgramsFromWire::price).toList();
        return new Program(
                new ProgramId(program),
                partner,
                partnerName,
                name,
                serviceArea,
                List.of(new PriceSheet(sheet.version(), sheet.validFrom(), prices)),
                List.of(),
                Optional.of(capacity));
    }

    private static Price price(PriceSheetV1.PriceV1 told) {
        var any = new Price(
                told.code(),
                told.description(),
                Unit.of(told.unit()),
                told.amount().money());
        Integer from = told.fromQuantity();
        Integer until = told.untilQuantity();
        return from == null && until == null
                ? any
                : new Price(
                        any.code(),
                        any.description(),
                        any.unit(),
                        any.amount(),
                        from == null ? 1 : from,
                        Optional.ofNullable(until));
    }
}
