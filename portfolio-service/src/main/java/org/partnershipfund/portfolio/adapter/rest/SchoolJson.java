package org.partnershipfund.portfolio.adapter.rest;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.catalogue.School;
import org.partnershipfund.portfolio.program.Point;

/** A school of the catalogue on the wire. */
@Schema(name = "CatalogueSchool")
public record SchoolJson(
        @Schema(examples = "00350231") String schoolCode,
        @Schema(examples = "Michael J Perkins") String name,
        @Schema(examples = "South Boston") String neighborhood,
        @Schema(examples = "42.331187") @Nullable BigDecimal latitude,
        @Schema(examples = "-71.058071") @Nullable BigDecimal longitude,

        @Schema(
                examples = "0.82",
                description =
                        "Its need as the partnerships team's file of schools gives it, 0.01 to 0.99; higher is needier")
        @Nullable BigDecimal need) {

    static SchoolJson of(School school) {
        return new SchoolJson(
                school.code().value(),
                school.name(),
                school.neighborhood(),
                school.point().map(Point::latitude).orElse(null),
                school.point().map(Point::longitude).orElse(null),
                school.need().map(index -> BigDecimal.valueOf(index, 2)).orElse(null));
    }
}
