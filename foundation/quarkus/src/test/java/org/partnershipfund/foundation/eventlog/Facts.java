package org.partnershipfund.foundation.eventlog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.partnershipfund.contracts.FundAppropriatedV1;
import org.partnershipfund.contracts.FundAppropriatedV1.LineV1;
import org.partnershipfund.contracts.FundOpenedV1;
import org.partnershipfund.contracts.FundOpenedV1.ChartV1;
import org.partnershipfund.contracts.MoneyV1;

/** What allocation-service might say about the fund of fiscal year 2019. */
final class Facts {

    static final Instant AT = Instant.parse("2017-12-08T14:00:00.123456Z");

    private Facts() {}

    static FundOpenedV1 fundOpened(UUID fund) {
        return new FundOpenedV1(
                fund,
                "Partnership Fund",
                2019,
                LocalDate.of(2018, 7, 1),
                LocalDate.of(2019, 6, 30),
                new MoneyV1("5700000.00", "USD"),
                new ChartV1("52907", "100", "2536", "0000"),
                AT);
    }

    static FundAppropriatedV1 fundAppropriated(UUID fund, int lines) {
        return new FundAppropriatedV1(
                fund,
                2019,
                new MoneyV1("5700000.00", "USD"),
                "School Committee, 21 March 2018",
                LocalDate.of(2018, 3, 21),
                IntStream.range(0, lines)
                        .mapToObj(n -> new LineV1("%08d".formatted(n), new MoneyV1("1.00", "USD")))
                        .toList(),
                AT);
    }
}
