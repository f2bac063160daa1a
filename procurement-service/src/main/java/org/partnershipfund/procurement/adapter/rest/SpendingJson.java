package org.partnershipfund.procurement.adapter.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.procurement.spending.SpendingReport;
import org.partnershipfund.procurement.spending.TimeReport;

/** Dollars by one dimension. */
public record SpendingJson(
        String by,
        Instant asOf,
        MoneyJson contracted,
        MoneyJson paid,
        MoneyJson soleSource,
        BigDecimal soleSourcePercent,
        List<Row> rows) {

    public SpendingJson {
        rows = List.copyOf(rows);
    }

    /** One line of the report. */
    public record Row(String key, String name, MoneyJson contracted, MoneyJson paid, int processes) {}

    static SpendingJson of(SpendingReport report, Instant asOf) {
        return new SpendingJson(
                report.by().word(),
                asOf,
                MoneyJson.of(report.contracted()),
                MoneyJson.of(report.paid()),
                MoneyJson.of(report.soleSource()),
                report.soleSourceShare(),
                report.rows().stream()
                        .map(row -> new Row(
                                row.of().key(),
                                row.of().name(),
                                MoneyJson.of(row.contracted()),
                                MoneyJson.of(row.paid()),
                                row.processes()))
                        .toList());
    }

    /** How long each step takes. */
    public record Times(Instant asOf, List<Step> steps) {

        public Times {
            steps = List.copyOf(steps);
        }

        /** Days between two milestones. */
        public record Step(
                String from, String to, int processes, BigDecimal medianDays, BigDecimal ninetiethPercentileDays) {}

        static Times of(TimeReport report, Instant asOf) {
            return new Times(
                    asOf,
                    report.steps().stream()
                            .map(step -> new Step(
                                    step.from().word(),
                                    step.to().word(),
                                    step.processes(),
                                    step.median(),
                                    step.ninetieth()))
                            .toList());
        }
    }
}
