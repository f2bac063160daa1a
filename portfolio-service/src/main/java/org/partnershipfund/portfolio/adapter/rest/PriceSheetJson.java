package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.portfolio.program.PriceSheet;

/** What a program costs from a day on, on the wire. */
@Schema(name = "PriceSheet")
public record PriceSheetJson(
        @Schema(examples = "1") int version,
        @Schema(examples = "2017-09-01") LocalDate validFrom,
        List<PriceJson> prices) {

    /** Prices without a version, which they get when they are kept. */
    @Schema(name = "AskedPriceSheet")
    public record Asked(
            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-09-01")
            LocalDate validFrom,

            @NotEmpty @Size(max = 100) @JsonProperty(required = true) @Schema(required = true)
            List<@NotNull @Valid PriceJson> prices) {

        PriceSheet.Asked asked() {
            return new PriceSheet.Asked(
                    validFrom, prices.stream().map(PriceJson::price).toList());
        }
    }

    static PriceSheetJson of(PriceSheet sheet) {
        return new PriceSheetJson(
                sheet.version(),
                sheet.validFrom(),
                sheet.prices().stream().map(PriceJson::of).toList());
    }
}
