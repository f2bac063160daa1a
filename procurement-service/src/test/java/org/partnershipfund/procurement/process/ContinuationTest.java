package org.partnershipfund.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.bought;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.line;
import static org.partnershipfund.procurement.fixtures.Purchases.opened;
import static org.partnershipfund.procurement.fixtures.Purchases.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** docs/policy/procurement.md §6.2 and §6.3; in whole dollars. With one line of 60 the award of 80 is left out. */
class ContinuationTest {

    /** Awards by what they ask of the selection, others by what they held; all go on with the one program of the lines. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80    |       | 100      | award 80: 100",
                "80    |       | 80       | award 80: 80",
                "80    |       | 79       | AwardCostsMore",
                "80    |       | 300 90   | award 80: 90",
                "80    |       | 50 40    | award 80: 40 50",
                "      | 70    | 100      | open 70: 100",
                "      | 70    | 100 20   | open 70: 20 100",
                "80    | 70    | 90 60    | award 80: 90, open 70: 60",
                "80    | 70    | 90 200   | award 80: 90, open 70: 200",
                "80    | 70    | 90       | award 80: 90",
                "80    | 70    | 60       | open 70: 60",
                "80    | 70    | 60 50    | AwardCostsMore",
                "80    | 70    | 90 60 5  | award 80: 90, open 70: 5 60",
                "80 30 |       | 90 40    | award 30: 40, award 80: 90",
                "80 30 |       | 40 90 7  | award 30: 40, award 80: 90",
                "80 30 |       | 90       | LinesAmbiguous",
                "80 30 |       | 70 70    | AwardCostsMore",
                "80    | 70 60 | 90 50    | LinesAmbiguous",
                "      | 70 60 | 50       | LinesAmbiguous",
                "      | 70 60 | 55 65    | open 60: 55, open 70: 65",
                "80    | 70 60 | 90       | award 80: 90"
            })
    void every_line_joins_one_process_and_awards_come_first(
            @Nullable String awards, @Nullable String others, String newer, String expected) {
        List<ReservedLine> older = new ArrayList<>();
        List<ContractingProcess> processes = new ArrayList<>();
        for (String price : split(awards)) {
            var process = awarded(price);
            processes.add(process);
            older.add(bought(
                    line(older.size() + 1, program("A"), "500.00", Money.ofDollars(price + ".00")),
                    process.id(),
                    null));
        }
        for (String held : split(others)) {
            var process = open("open " + held);
            processes.add(process);
            older.add(bought(line(older.size() + 1, held + ".00"), process.id(), null));
        }
        List<ReservedLine> fresh = new ArrayList<>();
        for (String amount : split(newer)) {
            fresh.add(line(100 + fresh.size(), program("B"), amount + ".00", null));
        }

        String answer = switch (Continuation.of(id("selection"), older, processes, fresh)) {
            case Refused<Continuation>(var why) -> why.getClass().getSimpleName();
            case Accepted<Continuation>(var continuation, var _) -> words(continuation, processes);
        };

        assertThat(answer).isEqualTo(expected);
    }

    private static String words(Continuation continuation, List<ContractingProcess> processes) {
        return processes.stream()
                .filter(process -> continuation.lines().containsKey(process.id()))
                .map(process -> name(process) + ": " + joined(continuation, process))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String joined(Continuation continuation, ContractingProcess process) {
        List<ReservedLine> lines = continuation.lines().getOrDefault(process.id(), List.of());
        if (process instanceof Awarded awarded) {
            Money asked = lines.stream()
                    .map(line -> continuation.amounts().getOrDefault(line.commitment(), Money.ZERO))
                    .reduce(Money.ZERO, Money::plus);
            assertThat(asked).isEqualTo(awarded.award().price());
        }
        return lines.stream()
                .map(ReservedLine::amount)
                .sorted(Comparator.naturalOrder())
                .map(amount -> amount.dollars().replace(".00", ""))
                .collect(Collectors.joining(" "));
    }

    private static String name(ContractingProcess process) {
        return process.opening().route().reasons();
    }

    /** A process that the schools chose A for, won by B. */
    private static ContractingProcess awarded(String price) {
        return new Awarded(
                open("award " + price).opening(),
                null,
                new Award(program("B"), Money.ofDollars(price + ".00"), "The lowest", List.of(), false, AT_FEBRUARY_5));
    }

    /** A process for B that nobody has decided. */
    private static ContractingProcess open(String name) {
        var opening = opened(List.of(line(1, "500.00"))).opening();
        return new ContractingProcess.Open(new ContractingProcess.Opening(
                new ProcessId(id(name)),
                opening.fund(),
                opening.year(),
                program("B"),
                new Route(Route.Kind.COMPETITION, name, null),
                1,
                null,
                opening.own(),
                opening.value(),
                opening.method(),
                opening.openedOn(),
                opening.openedAt()));
    }

    private static List<String> split(@Nullable String words) {
        return words == null || words.isBlank()
                ? List.of()
                : List.of(words.strip().split("\\s+", -1));
    }
}
