package org.partnershipfund.approval.adapter.db;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.menu.PriceSheet;
import org.partnershipfund.approval.menu.PriceSheet.Price;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.Program.Vetting;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.kernel.Money;

/** A program as it lies in table {@code remembered_program}, with its prices and vettings. */
@Entity
@Table(name = "remembered_program")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class ProgramRow {

    /** A price as it lies in table {@code remembered_price}, each with its sheet. */
    @Embeddable
    static class PricePart {

        @Column(name = "sheet_version")
        int sheetVersion;

        @Column(name = "valid_from")
        LocalDate validFrom;

        String code;
        String description;
        String unit;

        @Column(name = "amount_cents")
        long amountCents;

        @Column(name = "from_quantity")
        int fromQuantity;

        @Column(name = "until_quantity")
        @Nullable Integer untilQuantity;

        static PricePart of(PriceSheet sheet, Price price) {
            var part = new PricePart();
            part.sheetVersion = sheet.version();
            part.validFrom = sheet.validFrom();
            part.code = price.code();
            part.description = price.description();
            part.unit = price.unit().word();
            part.amountCents = price.amount().cents();
            part.fromQuantity = price.fromQuantity();
            part.untilQuantity = price.untilQuantity().orElse(null);
            return part;
        }

        Price noun() {
            return new Price(
                    code,
                    description,
                    Unit.of(unit),
                    new Money(amountCents),
                    fromQuantity,
                    Optional.ofNullable(untilQuantity));
        }
    }

    /** A vetting as it lies in table {@code remembered_vetting}. */
    @Embeddable
    static class VettingPart {

        @Column(name = "application_id")
        @JsonProperty("application_id")
        UUID application;

        @Column(name = "valid_from")
        @JsonProperty("valid_from")
        LocalDate from;

        @Column(name = "valid_until")
        @JsonProperty("valid_until")
        LocalDate until;

        boolean suspended;

        static VettingPart of(Vetting vetting) {
            var part = new VettingPart();
            part.application = vetting.application();
            part.from = vetting.from();
            part.until = vetting.until();
            part.suspended = vetting.suspended();
            return part;
        }

        Vetting noun() {
            return new Vetting(application, from, until, suspended);
        }
    }

    @Id
    UUID id;

    @Column(name = "partner_id")
    UUID partnerId;

    @Column(name = "partner_name")
    String partnerName;

    String name;

    @Column(name = "service_area")
    String serviceArea;

    @Nullable Integer capacity;

    @ElementCollection
    @CollectionTable(name = "remembered_price", joinColumns = @JoinColumn(name = "program_id"))
    @OrderColumn(name = "place")
    List<PricePart> prices = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "remembered_vetting", joinColumns = @JoinColumn(name = "program_id"))
    @OrderColumn(name = "place")
    List<VettingPart> vettings = new ArrayList<>();

    ProgramRow take(Program program) {
        id = program.id().value();
        partnerId = program.partner();
        partnerName = program.partnerName();
        name = program.name();
        serviceArea = program.serviceArea();
        capacity = program.capacity().orElse(null);
        prices.clear();
        program.sheets().forEach(sheet -> sheet.prices().forEach(price -> prices.add(PricePart.of(sheet, price))));
        vettings.clear();
        program.vettings().forEach(vetting -> vettings.add(VettingPart.of(vetting)));
        return this;
    }

    /** All columns of table remembered_program as g, with its prices and vettings, as {@link Read} takes them. */
    static final String ALL = """
            json_build_object('root', row_to_json(g),
                'prices', (SELECT json_agg(x ORDER BY x.place) FROM remembered_price AS x WHERE x.program_id = g.id),
                'vettings', (SELECT json_agg(x ORDER BY x.place) FROM remembered_vetting AS x WHERE x.program_id = g.id))""";

    /** A program as {@link #ALL} gives it. */
    record Read(
            ProgramRow root,
            @Nullable List<PricePart> prices,
            @Nullable List<VettingPart> vettings) {

        Program noun() {
            root.prices = prices == null ? List.of() : prices;
            root.vettings = vettings == null ? List.of() : vettings;
            return root.noun();
        }
    }

    Program noun() {
        var sheets = new TreeMap<Integer, PriceSheet>();
        for (PricePart part : prices) {
            PriceSheet known = sheets.get(part.sheetVersion);
            List<Price> all = new ArrayList<>(known == null ? List.of() : known.prices());
            all.add(part.noun());
            sheets.put(part.sheetVersion, new PriceSheet(part.sheetVersion, part.validFrom, all));
        }
        return new Program(
                new ProgramId(id),
                partnerId,
                partnerName,
                name,
                serviceArea,
                List.copyOf(sheets.values()),
                vettings.stream().map(VettingPart::noun).toList(),
                Optional.ofNullable(capacity));
    }
}
