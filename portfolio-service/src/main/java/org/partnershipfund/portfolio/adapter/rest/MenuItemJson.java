package org.partnershipfund.portfolio.adapter.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;

/**
 * A vetted program on the menu of a day, on the wire.
 *
 * @param priceSheetVersion of the sheet that counts on that day; absent, as its prices are, before the first begins
 */
@Schema(name = "MenuItem")
public record MenuItemJson(
        UUID programId,
        @Schema(examples = "Harbor Homework Club") String programName,
        UUID partnerId,
        @Schema(examples = "Harbor Youth Alliance") String partnerName,
        @Schema(examples = "nonprofit") String partnerKind,
        @Schema(examples = "afterschool-and-recreation") String category,
        String description,
        @Schema(examples = "[\"K\", \"1\", \"2\"]") List<String> grades,
        @Schema(examples = "400") int capacity,
        @Schema(examples = "2017-11-01") LocalDate validFrom,

        @Schema(examples = "2019-06-30", description = "The last day that counts")
        LocalDate validUntil,

        @Schema(examples = "1") @Nullable Integer priceSheetVersion,
        @Nullable List<PriceJson> prices) {

    /** What the menu of that day says; only of a program that is on it. */
    static MenuItemJson of(OfferedProgram offered, LocalDate day) {
        Program program = offered.program().value();
        var vetting = offered.vetting().orElseThrow();
        var sheet = program.sheetOn(day);
        return new MenuItemJson(
                program.id().value(),
                program.description().name(),
                program.partner().value(),
                offered.partner().name(),
                offered.partner().kind().word(),
                vetting.category(),
                program.description().text(),
                program.description().grades().stream().map(Grade::word).toList(),
                program.description().capacity(),
                vetting.from(),
                vetting.until(),
                sheet.map(PriceSheet::version).orElse(null),
                sheet.map(found -> found.prices().stream().map(PriceJson::of).toList())
                        .orElse(null));
    }
}
