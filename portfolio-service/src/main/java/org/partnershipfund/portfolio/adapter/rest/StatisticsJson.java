package org.partnershipfund.portfolio.adapter.rest;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.catalogue.CatalogueStatistics;
import org.partnershipfund.portfolio.program.ServiceArea;

/** How many partnerships the schools have, on the wire. */
@Schema(name = "PartnershipStatistics")
public record StatisticsJson(
        @Schema(examples = "2018") int fiscalYear,

        @Schema(examples = "academic", description = "Only programs of this area; absent for all") @Nullable String serviceArea,

        @Schema(examples = "118") int schools,
        @Schema(examples = "3304") int partnerships,
        @Schema(examples = "0") int verified,

        @Schema(examples = "3304", description = "How many of the partnerships are made up to show how things work")
        int illustrative,

        @Schema(examples = "28.00", description = "Partnerships over schools")
        BigDecimal perSchool,

        @Schema(examples = "27.5") BigDecimal median,
        @Schema(description = "The schools that have none") List<SchoolJson> schoolsWithout,

        @Schema(
                description =
                        "Fifths of the schools with a published need, from the least to the greatest; empty if fewer than five")
        List<FifthJson> byNeed) {

    /** One fifth of the schools in the order of their need. */
    @Schema(name = "NeedFifth")
    public record FifthJson(
            @Schema(examples = "5", description = "5 is the greatest need")
            int fifth,

            int schools,
            @Schema(examples = "0.61") BigDecimal needFrom,
            @Schema(examples = "0.84") BigDecimal needTo,
            int partnerships,
            BigDecimal perSchool,

            @Schema(description = "Schools of it that have none")
            int schoolsWithout) {}

    static StatisticsJson of(CatalogueStatistics statistics) {
        return new StatisticsJson(
                statistics.year().endYear(),
                statistics.area().map(ServiceArea::word).orElse(null),
                statistics.schools(),
                statistics.partnerships(),
                statistics.verified(),
                statistics.illustrative(),
                statistics.perSchool(),
                statistics.median(),
                statistics.without().stream().map(SchoolJson::of).toList(),
                statistics.byNeed().stream()
                        .map(fifth -> new FifthJson(
                                fifth.fifth(),
                                fifth.schools(),
                                BigDecimal.valueOf(fifth.needFrom(), 2),
                                BigDecimal.valueOf(fifth.needTo(), 2),
                                fifth.partnerships(),
                                fifth.perSchool(),
                                fifth.without()))
                        .toList());
    }
}
