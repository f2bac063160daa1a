package org.partnershipfund.allocation.adapter.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.utilisation.YearEnd;
import org.partnershipfund.allocation.utilisation.YearEnd.Amounts;
import org.partnershipfund.allocation.utilisation.YearEnd.SchoolEnd;
import org.partnershipfund.foundation.web.MoneyJson;

/** The year-end report of a fund on the wire: the whole; its schools are a list of their own. */
@Schema(name = "YearEnd")
public record YearEndJson(
        UUID fundId,
        @Schema(examples = "Partnership Fund") String fundName,
        @Schema(examples = "2019") int fiscalYear,

        @Schema(description = "Whether the fund is not closed yet, so that nothing has lapsed")
        boolean provisional,

        @Schema(description = "When the year was closed; absent while the report is provisional") @Nullable Instant closedAt,

        @Schema(description = "The report in words, the first sentence says how far it can be relied on")
        List<String> sentences,

        @Schema(description = "What the fund may allocate in all: reserve and totals.allocated together")
        MoneyJson pool,

        @Schema(description = "What the pool holds and no school has")
        MoneyJson reserve,

        @Schema(examples = "60", description = "How many schools are allocated money")
        int schools,

        @Schema(description = "The sums of the schools, amount by amount")
        Totals totals) {

    /** Six amounts: allocated = contracted + notContracted + lapsed, and contracted = paid + unpaid. */
    @Schema(name = "YearEndTotals")
    public record Totals(
            MoneyJson allocated,
            MoneyJson contracted,
            MoneyJson paid,
            MoneyJson unpaid,
            MoneyJson notContracted,
            MoneyJson lapsed) {

        static Totals of(Amounts amounts) {
            return new Totals(
                    MoneyJson.of(amounts.allocated()),
                    MoneyJson.of(amounts.contracted()),
                    MoneyJson.of(amounts.paid()),
                    MoneyJson.of(amounts.unpaid()),
                    MoneyJson.of(amounts.notContracted()),
                    MoneyJson.of(amounts.lapsed()));
        }
    }

    /** One school at the end of the year: allocated = contracted + notContracted + lapsed, contracted = paid + unpaid. */
    @Schema(name = "SchoolYearEnd")
    public record School(
            @Schema(examples = "00350231") String schoolCode,
            @Schema(examples = "Michael J Perkins") String schoolName,

            @Schema(description = "Whether the fund is not closed yet, so that nothing has lapsed")
            boolean provisional,

            @Schema(description = "What the school has, revisions included; once adopted it stays")
            MoneyJson allocated,

            @Schema(description = "Its shares of executed contracts")
            MoneyJson contracted,

            @Schema(description = "What invoices took of it")
            MoneyJson paid,

            @Schema(description = "What contracts still owe to partners")
            MoneyJson unpaid,

            @Schema(description = "What may still be contracted; nothing once the year is closed")
            MoneyJson notContracted,

            @Schema(description = "What no contract claimed when the year was closed; nothing before")
            MoneyJson lapsed) {

        static School of(SchoolEnd school, boolean provisional) {
            return new School(
                    school.school().value(),
                    school.name(),
                    provisional,
                    MoneyJson.of(school.amounts().allocated()),
                    MoneyJson.of(school.amounts().contracted()),
                    MoneyJson.of(school.amounts().paid()),
                    MoneyJson.of(school.amounts().unpaid()),
                    MoneyJson.of(school.amounts().notContracted()),
                    MoneyJson.of(school.amounts().lapsed()));
        }
    }

    static YearEndJson of(UUID fund, YearEnd report) {
        return new YearEndJson(
                fund,
                report.fund(),
                report.year().endYear(),
                report.isProvisional(),
                report.closedAt().orElse(null),
                report.sentences(),
                MoneyJson.of(report.pool()),
                MoneyJson.of(report.reserve()),
                report.schools().size(),
                Totals.of(report.all()));
    }
}
