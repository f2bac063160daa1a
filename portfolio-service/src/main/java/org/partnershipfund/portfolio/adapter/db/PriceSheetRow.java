package org.partnershipfund.portfolio.adapter.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.ProgramId;

/** A price sheet as it lies in tables {@code price_sheet} and {@code price}. */
@Entity
@Table(name = "price_sheet")
class PriceSheetRow {

    /** Which program, which version of its prices. */
    @Embeddable
    record Key(
            @Column(name = "program_id") UUID program,
            @Column(name = "version") int number) {}

    @EmbeddedId
    private Key key;

    @Column(name = "valid_from", updatable = false)
    private LocalDate validFrom;

    @ElementCollection
    @CollectionTable(
            name = "price",
            joinColumns = {
                @JoinColumn(name = "program_id", referencedColumnName = "program_id"),
                @JoinColumn(name = "version", referencedColumnName = "version")
            })
    @OrderColumn(name = "place")
    private List<PriceCell> prices = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PriceSheetRow() {}

    PriceSheetRow(ProgramId program, PriceSheet sheet) {
        key = new Key(program.value(), sheet.version());
        validFrom = sheet.validFrom();
        sheet.prices().stream().map(PriceCell::of).forEach(prices::add);
    }

    UUID program() {
        return key.program();
    }

    PriceSheet sheet() {
        return new PriceSheet(
                key.number(), validFrom, prices.stream().map(PriceCell::price).toList());
    }
}
