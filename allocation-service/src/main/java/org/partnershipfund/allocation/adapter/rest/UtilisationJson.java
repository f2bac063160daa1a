package org.partnershipfund.allocation.adapter.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.usecase.ReadUtilisation;
import org.partnershipfund.allocation.utilisation.Utilisation;
import org.partnershipfund.allocation.utilisation.Utilisation.SchoolUse;
import org.partnershipfund.allocation.utilisation.Utilisation.Use;
import org.partnershipfund.foundation.web.MoneyJson;

/** How much of one school's allocation is under contract and paid, on the wire. */
@Schema(name = "SchoolUtilisation")
public record UtilisationJson(
        @Schema(examples = "00350231") String schoolCode,
        @Schema(examples = "Michael J Perkins") String schoolName,
        @Schema(examples = "0.844538") String index,

        @Schema(description = "Whether the index only shows how things work; then it is not the district's own index")
        boolean illustrative,

        @Schema(examples = "238") int pupils,

        @Schema(examples = "[5]", description = "The fifths of need that its pupils are in; 5 is the greatest need")
        List<Integer> quintiles,

        @Schema(description = "What the school has now, revisions included")
        MoneyJson allocated,

        @Schema(description = "What is under executed contracts")
        MoneyJson contracted,

        @Schema(description = "What is paid of it") MoneyJson paid,

        @Schema(examples = "1.000000", description = "contracted over allocated")
        String contractedShare,

        @Schema(examples = "0.100000", description = "paid over allocated")
        String paidShare) {

    public UtilisationJson {
        quintiles = List.copyOf(quintiles);
    }

    /**
     * The same of one fifth of all pupils, or of all.
     *
     * @param quintile {@code 1} to {@code 5}, or {@code all}
     */
    @Schema(name = "UtilisationByNeed")
    public record ByNeed(
            @Schema(
                    enumeration = {"1", "2", "3", "4", "5", "all"},
                    description = "1 is the least need, 5 the greatest")
            String quintile,

            MoneyJson allocated,
            MoneyJson contracted,
            MoneyJson paid,

            @Schema(examples = "1.000000", description = "contracted over allocated; absent if nothing is allocated")
            @Nullable String contractedShare,

            @Schema(examples = "0.100000", description = "paid over allocated; absent if nothing is allocated")
            @Nullable String paidShare,

            @Schema(description = "Whether the index behind the fifths only shows how things work")
            boolean illustrative) {

        static ByNeed of(String quintile, Use use, boolean illustrative) {
            return new ByNeed(
                    quintile,
                    MoneyJson.of(use.allocated()),
                    MoneyJson.of(use.contracted()),
                    MoneyJson.of(use.paid()),
                    text(use.contractedShare()).orElse(null),
                    text(use.paidShare()).orElse(null),
                    illustrative);
        }

        static List<ByNeed> of(ReadUtilisation.Used used) {
            Utilisation utilisation = used.utilisation();
            List<ByNeed> lines = new ArrayList<>();
            utilisation
                    .quintiles()
                    .forEach(quintile ->
                            lines.add(of(String.valueOf(quintile.number()), quintile.use(), used.illustrative())));
            lines.add(of("all", utilisation.all(), used.illustrative()));
            return lines;
        }
    }

    static UtilisationJson of(SchoolUse use, boolean illustrative) {
        return new UtilisationJson(
                use.school().school().value(),
                use.school().name(),
                use.school().index().decimal(),
                illustrative,
                use.school().pupils(),
                use.quintiles(),
                MoneyJson.of(use.use().allocated()),
                MoneyJson.of(use.use().contracted()),
                MoneyJson.of(use.use().paid()),
                text(use.use().contractedShare()).orElseThrow(),
                text(use.use().paidShare()).orElseThrow());
    }

    private static Optional<String> text(Optional<BigDecimal> share) {
        return share.map(BigDecimal::toPlainString);
    }
}
