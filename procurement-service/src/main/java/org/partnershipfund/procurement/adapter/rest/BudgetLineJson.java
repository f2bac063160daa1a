package org.partnershipfund.procurement.adapter.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.procurement.ledger.Balance;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLines;

/** A restricted budget line on the wire. */
@Schema(name = "BudgetLine", description = "One school's restricted line in one fund, with its balances")
public record BudgetLineJson(
        UUID id,
        UUID fundId,

        @Schema(examples = "2019", description = "The calendar year in which the fiscal year ends")
        int fiscalYear,

        @Schema(examples = "\"00350231\"") String schoolCode,
        @Schema(examples = "\"Michael J Perkins\"") String schoolName,
        ChartJson chart,

        @Schema(
                description = "planned: the vote is still to come; appropriated: it may be encumbered",
                enumeration = {"planned", "appropriated"})
        String stage,

        BalanceJson balance) {

    /** The key in the chart of accounts. */
    @Schema(name = "Chart", description = "The line's key in the chart of accounts")
    public record ChartJson(
            @Schema(examples = "\"52907\"") String account,
            @Schema(examples = "\"100\"") String fund,
            @Schema(examples = "\"101203\"") String responsibilityCentre,
            @Schema(examples = "\"2536\"") String program,
            @Schema(examples = "\"0000\"") String subclass) {}

    /** The balance of every account. */
    @Schema(
            name = "Balance",
            description = "planned + appropriated = available + reserved + encumbered + expended + lapsed, to the cent")
    public record BalanceJson(
            MoneyJson planned,
            MoneyJson appropriated,
            MoneyJson available,
            MoneyJson reserved,
            MoneyJson encumbered,
            MoneyJson expended,
            MoneyJson lapsed) {

        static BalanceJson of(Balance balance) {
            return new BalanceJson(
                    MoneyJson.of(balance.planned()),
                    MoneyJson.of(balance.appropriated()),
                    MoneyJson.of(balance.available()),
                    MoneyJson.of(balance.reserved()),
                    MoneyJson.of(balance.encumbered()),
                    MoneyJson.of(balance.expended()),
                    MoneyJson.of(balance.lapsed()));
        }
    }

    /** What many lines hold together. */
    @Schema(name = "BudgetLineTotals", description = "All lines of a filter, counted and added up")
    public record TotalsJson(@Schema(examples = "60") long lines, BalanceJson balance) {

        static TotalsJson of(BudgetLines.Totals totals) {
            return new TotalsJson(totals.lines(), BalanceJson.of(totals.balance()));
        }
    }

    static BudgetLineJson of(BudgetLine line) {
        return new BudgetLineJson(
                line.id().value(),
                line.fund().value(),
                line.year().endYear(),
                line.school().value(),
                line.schoolName(),
                new ChartJson(
                        line.chart().account(),
                        line.chart().fund(),
                        line.centre().value(),
                        line.chart().program(),
                        line.chart().subclass()),
                line.balance().appropriated().isPositive() ? "appropriated" : "planned",
                BalanceJson.of(line.balance()));
    }
}
