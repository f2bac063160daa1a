package org.partnershipfund.procurement.adapter.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.procurement.ledger.YearEnds;

/** The end of a fund's year on the wire. */
@Schema(
        name = "LedgerYearEnd",
        description = "As it was when the year was closed: carried and lapsed are what was not expended")
public record YearEndJson(
        UUID fundId,
        @Schema(examples = "2019") int fiscalYear,
        Instant closedAt,
        @Schema(description = "The event that said so") String cause,
        long lines,

        @Schema(description = "Published and never voted") MoneyJson planned,

        MoneyJson appropriated,
        MoneyJson expended,
        @Schema(description = "Claimed by contracts") MoneyJson carried,
        MoneyJson lapsed) {

    static YearEndJson of(YearEnds.YearEnd report) {
        var sums = report.sums();
        return new YearEndJson(
                report.fund().value(),
                report.year().endYear(),
                report.closedAt(),
                report.cause(),
                report.lines(),
                MoneyJson.of(sums.planned()),
                MoneyJson.of(sums.appropriated()),
                MoneyJson.of(sums.expended()),
                MoneyJson.of(sums.carried()),
                MoneyJson.of(sums.lapsed()));
    }

    /** One school's line. */
    @Schema(name = "LedgerYearEndLine")
    public record LineJson(
            UUID lineId,
            @Schema(examples = "00350231") String schoolCode,
            MoneyJson planned,
            MoneyJson appropriated,
            MoneyJson expended,
            MoneyJson carried,
            MoneyJson lapsed) {

        static LineJson of(YearEnds.Line line) {
            var sums = line.sums();
            return new LineJson(
                    line.line().value(),
                    line.school().value(),
                    MoneyJson.of(sums.planned()),
                    MoneyJson.of(sums.appropriated()),
                    MoneyJson.of(sums.expended()),
                    MoneyJson.of(sums.carried()),
                    MoneyJson.of(sums.lapsed()));
        }
    }

    /** What one contract carries of one line. */
    @Schema(name = "CarriedByContract")
    public record CarriedJson(
            @Schema(examples = "00350231") String schoolCode,
            UUID contractId,

            @Schema(description = "Owed by an executed contract")
            MoneyJson encumbered,

            @Schema(description = "Set aside for a draft") MoneyJson reserved) {

        static CarriedJson of(YearEnds.Carried carried) {
            return new CarriedJson(
                    carried.school().value(),
                    carried.contract(),
                    MoneyJson.of(carried.encumbered()),
                    MoneyJson.of(carried.reserved()));
        }
    }
}
