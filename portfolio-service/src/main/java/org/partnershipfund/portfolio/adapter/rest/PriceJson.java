package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.portfolio.program.Price;
import org.partnershipfund.portfolio.program.PriceUnit;
import org.partnershipfund.portfolio.program.Tier;

/** One line of a price sheet on the wire. */
@Schema(name = "Price")
public record PriceJson(
        @NotNull @Pattern(
                regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}",
                message = "it must be 1 to 40 letters, digits, dots, dashes or underscores, such as year")
        @JsonProperty(required = true)
        @Schema(required = true, examples = "year", description = "How a selection names it")
        String code,

        @NotBlank @Size(max = 500) @JsonProperty(required = true)
        @Schema(required = true, examples = "One school year, two groups of 15 pupils")
        String description,

        @NotNull @Pattern(regexp = PriceUnit.WORDS, message = "it must be one of " + PriceUnit.WORDS) @JsonProperty(required = true)
        @Schema(
                required = true,
                enumeration = {"per-pupil", "per-session", "per-year", "flat", "agreed"},
                description =
                        "flat: one amount for all of it; agreed: school and partner agree on an amount up to this one")
        String unit,

        @NotNull @JsonProperty(required = true) @Schema(required = true)
        MoneyJson amount,

        @Min(1) @Schema(examples = "30", description = "The smallest quantity for which it counts; absent for 1")
        @Nullable Integer fromQuantity,

        @Min(1) @Schema(examples = "59", description = "The largest; absent for no bound") @Nullable Integer untilQuantity) {

    static PriceJson of(Price price) {
        return new PriceJson(
                price.code(),
                price.description(),
                price.unit().word(),
                MoneyJson.of(price.amount()),
                price.tier().from() == 1 ? null : price.tier().from(),
                price.tier().until().orElse(null));
    }

    Price price() {
        return new Price(
                code,
                description,
                PriceUnit.of(unit),
                amount.money(),
                new Tier(fromQuantity == null ? 1 : fromQuantity, Optional.ofNullable(untilQuantity)));
    }

    /** As one cell of a table. */
    @Override
    public String toString() {
        String until = untilQuantity == null ? " and more" : " to " + untilQuantity;
        String tier = fromQuantity == null && untilQuantity == null
                ? ""
                : " for " + (fromQuantity == null ? 1 : fromQuantity) + until;
        return "%s %s %s%s".formatted(code, amount.amount(), unit, tier);
    }
}
