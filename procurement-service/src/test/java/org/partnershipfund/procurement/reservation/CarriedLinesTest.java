package org.partnershipfund.procurement.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Books.PERKINS;
import static org.partnershipfund.procurement.fixtures.Books.commitment;
import static org.partnershipfund.procurement.fixtures.Purchases.bought;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.line;
import static org.partnershipfund.procurement.fixtures.Purchases.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.ProcessId;

/** docs/policy/ledger.md §4.4. */
class CarriedLinesTest {

    private static final ProcessId PROCESS = new ProcessId(id("process"));

    /** As above; answered as what is set aside on top of the contracts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A 100 80         | A 100     | ",
                "A 100 80         | A 101     | 1",
                "A 100 80         | A 90      | ",
                "A 100 80         | A 120     | 20",
                "A 100 80 A 50 40 | A 60 A 90 | 10",
                "A 100 80         | A 100 A 9 | "
            })
    void what_is_asked_for_on_top_of_a_contract_is_set_aside_for_its_amendment(
            String older, String newer, @Nullable String raised) {
        var lines = CarriedLines.of(selection(newer), contracted(older), Set.of())
                .orRefuse()
                .state();

        assertThat(words(lines.raised().values().stream()
                        .map(more -> more.dollars().replace(".00", ""))))
                .isEqualTo(raised == null ? "" : raised);
    }

    @Test
    void what_an_amendment_added_goes_on_with_its_line() {
        var line = contracted("A 100 80").getFirst();
        var raise = line.raisedBy(commitment(9), Money.ofDollars("30.00"));
        var added = new ReservedLine(
                raise.commitment(),
                raise.selection(),
                raise.version(),
                raise.line(),
                raise.fund(),
                raise.year(),
                raise.school(),
                raise.program(),
                raise.programName(),
                raise.partner(),
                raise.partnerName(),
                raise.serviceArea(),
                raise.amount(),
                line.process(),
                Money.ofDollars("25.00"),
                line.contract(),
                raise.raises(),
                null);

        var same = CarriedLines.of(selection("A 130"), List.of(line, added), Set.of())
                .orRefuse()
                .state();
        var more = CarriedLines.of(selection("A 131"), List.of(line, added), Set.of())
                .orRefuse()
                .state();

        assertThat(same.kept()).hasSize(2).extracting(ReservedLine::line).containsOnly(id("newer line 0"));
        assertThat(same.raised()).isEmpty();
        assertThat(more.raised()).containsExactlyEntriesOf(Map.of(line.commitment(), Money.ofDollars("1.00")));
        assertThat(CarriedLines.of(selection("A 104"), List.of(line, added), Set.of()))
                .isInstanceOf(Refused.class);
        assertThat(CarriedLines.of(selection("A 105"), List.of(line, added), Set.of()))
                .isInstanceOf(Accepted.class);
    }

    /** Older lines are "program reserved share", newer ones "program amount"; answered as "program held". */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A 100 80         | A 100 B 50    | A 100     | B 50",
                "A 100 80         | A 120         | A 100     | ",
                "A 100 80         | B 50 A 90     | A 90      | B 50",
                "A 100 80         | A 80          | A 80      | ",
                "A 100 80         | A 79          | refused   | ",
                "A 100 80         | B 200         | refused   | ",
                "A 100 80         | A 300 A 85    | A 85      | A 300",
                "A 100 80 A 50 40 | A 45 A 90     | A 90 A 45 | ",
                "A 100 80 A 50 40 | A 90          | refused   | ",
                "A 100 80 A 50 40 | A 79 A 79     | refused   | ",
                "A 100 80 B 50 40 | B 40 A 80 C 1 | A 80 B 40 | C 1",
                "                 | A 10          |           | A 10"
            })
    void each_contract_keeps_a_line_that_pays_it(
            @Nullable String older, String newer, @Nullable String kept, @Nullable String fresh) {
        String answer = switch (CarriedLines.of(selection(newer), contracted(older), Set.of())) {
            case Accepted<CarriedLines>(var lines, var _) ->
                "%s | %s"
                        .formatted(
                                words(lines.kept().stream().map(line -> words(line.programName(), line.amount()))),
                                words(lines.fresh().stream().map(line -> words(line.programName(), line.amount()))));
            case Refused<CarriedLines>(ReservationRefusal.LineUnderContract _) -> "refused | ";
            case Refused<CarriedLines>(var why) -> why.sentence();
        };

        assertThat(answer).isEqualTo((kept == null ? "" : kept) + " | " + (fresh == null ? "" : fresh));
    }

    /** Nobody can buy it any more; left as it was, or smaller, the line stays. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A 100 80 | A 101 | refused",
                "A 100 80 | A 100 | ",
                "A 100 80 | A 80 | ",
                "A 100 80 | A 100 A 30 | "
            })
    void a_completed_contract_takes_nothing_more(String older, String newer, @Nullable String answer) {
        var decided = CarriedLines.of(selection(newer), contracted(older), Set.of(id("contract")));

        switch (decided) {
            case Accepted<CarriedLines>(var lines, var _) -> {
                assertThat(answer).isNull();
                assertThat(lines.raised()).isEmpty();
            }
            case Refused<CarriedLines>(var why) -> {
                assertThat(answer).isEqualTo("refused");
                assertThat(why).isInstanceOf(ReservationRefusal.ContractIsCompleted.class);
                assertThat(why.sentence()).contains("is completed", "$80.00", "no more than $100.00");
            }
        }
    }

    /** Awarded at 80, of which 50 were paid when the contract was completed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"A 100 | 100", "A 60 | 60", "A 50 | 50", "A 49 | "})
    void a_completed_contract_needs_what_was_paid_and_keeps_what_was_awarded(String newer, @Nullable String holding) {
        var older = contracted("A 100 80").getFirst().delivered(Money.ofDollars("50.00"));

        var decided = CarriedLines.of(selection(newer), List.of(older), Set.of(id("contract")));

        switch (decided) {
            case Accepted<CarriedLines>(var lines, var _) -> {
                var kept = lines.kept().getFirst();
                assertThat(kept.amount().dollars()).isEqualTo(holding + ".00");
                assertThat(kept.cost()).isEqualTo(Money.ofDollars("50.00"));
                assertThat(kept.price()).isEqualTo(Money.ofDollars("80.00"));
            }
            case Refused<CarriedLines>(var why) -> {
                assertThat(holding).isNull();
                assertThat(why.sentence()).contains("$50.00");
            }
        }
    }

    @Test
    void the_money_stays_where_it_is_and_only_the_words_are_new() {
        var older = contracted("A 100 80").getFirst();
        var asked = selection("A 90");

        var kept = CarriedLines.of(asked, List.of(older), Set.of())
                .orRefuse()
                .state()
                .kept()
                .getFirst();

        assertThat(kept.commitment()).isEqualTo(older.commitment());
        assertThat(kept.contract()).isEqualTo(older.contract());
        assertThat(kept.process()).isEqualTo(older.process());
        assertThat(kept.price()).isEqualTo(older.price());
        assertThat(kept.version()).isEqualTo(asked.version());
        assertThat(kept.line()).isEqualTo(asked.lines().getFirst().id());
    }

    @Test
    void what_no_contract_holds_is_not_carried_over() {
        var free = bought(line(1, program("A"), "100.00", Money.ofDollars("80.00")), PROCESS, null);

        var lines = CarriedLines.of(selection("B 5"), List.of(free), Set.of())
                .orRefuse()
                .state();

        assertThat(lines.kept()).isEmpty();
        assertThat(lines.fresh()).hasSize(1);
    }

    private static List<ReservedLine> contracted(@Nullable String words) {
        List<ReservedLine> lines = new ArrayList<>();
        List<String> all = split(words);
        for (int i = 0; i < all.size(); i += 3) {
            lines.add(bought(
                    line(i + 1, program(all.get(i)), all.get(i + 1) + ".00", Money.ofDollars(all.get(i + 2) + ".00")),
                    PROCESS,
                    id("contract")));
        }
        return lines;
    }

    private static ApprovedSelection selection(String words) {
        List<ApprovedSelection.Line> lines = new ArrayList<>();
        List<String> all = split(words);
        Money total = Money.ZERO;
        for (int i = 0; i < all.size(); i += 2) {
            var program = program(all.get(i));
            var amount = Money.ofDollars(all.get(i + 1) + ".00");
            total = total.plus(amount);
            lines.add(new ApprovedSelection.Line(
                    id("newer line " + i),
                    program.id(),
                    program.name(),
                    program.partner(),
                    program.partnerName(),
                    program.serviceArea(),
                    amount));
        }
        return new ApprovedSelection(id("selection"), 2, FUND_2019, FY2019, PERKINS, total, lines, "event");
    }

    private static List<String> split(@Nullable String words) {
        return words == null || words.isBlank()
                ? List.of()
                : List.of(words.strip().split("\\s+", -1));
    }

    private static String words(Stream<String> lines) {
        return lines.collect(Collectors.joining(" "));
    }

    private static String words(String programName, Money amount) {
        return programName.substring(programName.length() - 1)
                + " "
                + amount.dollars().replace(".00", "");
    }
}
