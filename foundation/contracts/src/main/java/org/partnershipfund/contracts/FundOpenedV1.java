package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A fund of one fiscal year exists, with its pool and the fixed parts of its budget lines.
 *
 * @param fiscalYear the calendar year in which it ends, such as 2019
 * @param pool what may be allocated in all
 * @param chart the parts of the chart of accounts that all lines of the fund share
 */
public record FundOpenedV1(
        UUID fundId,
        String name,
        int fiscalYear,
        LocalDate startsOn,
        LocalDate endsOn,
        MoneyV1 pool,
        ChartV1 chart,
        Instant openedAt) {

    /**
     * The fixed parts of a budget line; the school adds its responsibility centre.
     *
     * @param account object of expenditure, five digits ({@code 52907} contracted services)
     * @param fund fund number ({@code 100} general fund)
     * @param program program code, four digits ({@code 2536} partnership funds, frozen against transfers: FIN-16)
     * @param subclass subclass of the chart
     */
    public record ChartV1(String account, String fund, String program, String subclass) {}
}
