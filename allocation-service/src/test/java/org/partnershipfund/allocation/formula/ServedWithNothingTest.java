package org.partnershipfund.allocation.formula;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.formula.FormulaRefusal.ShareRoundsToNothing;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy §4.6: who is served has something to choose partners with. */
class ServedWithNothingTest {

    private static final Map<String, RoundingUnit> UNITS = Map.of(
            "cent", RoundingUnit.CENT, "dollar", RoundingUnit.DOLLAR, "hundred-dollars", RoundingUnit.HUNDRED_DOLLARS);

    static Stream<Arguments> examples() {
        return PolicyPage.examples("nobody is served with nothing").stream().map(row -> Arguments.of(row.toArray()));
    }

    @ParameterizedTest(name = "{0} in {1} over {2}, floor {3}: {4}")
    @MethodSource("examples")
    void a_share_that_rounds_to_nothing_is_refused(
            String pool, String unit, String pupils, String floor, String answer) {
        assertThat(words(shared(pool, unit, pupils, floor))).isEqualTo(answer);
    }

    @Test
    void the_refusal_names_a_school_and_a_floor_that_would_do() {
        assertThat(shared("1000.00", "hundred-dollars", "10, 200, 1000", "-"))
                .isEqualTo(Decision.refuse(new ShareRoundsToNothing(
                        1, 3, new SchoolCode("00000001"), "School 1", RoundingUnit.HUNDRED_DOLLARS)));
        assertThat(sentence(shared("1000.00", "hundred-dollars", "10, 200, 1000", "-")))
                .isEqualTo(
                        "1 of the 3 eligible schools would receive $0.00 in whole hundreds of dollars, such as School 1 (00000001). Give guardrails.floor of at least $100.00, serve fewer schools, or choose a smaller unit.");
        assertThat(sentence(shared("0.02", "cent", "1, 1, 1", "-")))
                .endsWith("Give guardrails.floor of at least $0.01, serve fewer schools, or share out more.");
    }

    @Test
    void a_guarantee_is_something() {
        var rules = rules("1000.00", "hundred-dollars", "-");
        var held = new Rules(
                rules.pool(),
                Money.ZERO,
                rules.eligibility(),
                rules.formula(),
                Guardrails.NONE,
                Optional.of(new HoldHarmless(
                        new NoticeId(District.id(12)),
                        new FiscalYear(2018),
                        LocalDate.of(2017, 12, 1),
                        false,
                        1,
                        List.of(Fraction.of("1/3")))),
                rules.unit());

        var shared = Apportionment.of(
                held, candidates("10, 200, 1000"), Map.of(new SchoolCode("00000001"), Money.ofDollars("30.00")));

        assertThat(words(shared)).isEqualTo("100.00, 200.00, 700.00");
    }

    private static Decision<Apportionment> shared(String pool, String unit, String pupils, String floor) {
        return Apportionment.of(rules(pool, unit, floor), candidates(pupils));
    }

    private static Rules rules(String pool, String unit, String floor) {
        return new Rules(
                Money.ofDollars(pool),
                Money.ZERO,
                new Threshold(IndexValue.of("0.50")),
                new FlatPerPupil(),
                new Guardrails(
                        Optional.of(floor).filter(cell -> !cell.equals("-")).map(Money::ofDollars), Optional.empty()),
                Optional.empty(),
                UNITS.getOrDefault(unit, RoundingUnit.CENT));
    }

    private static List<Candidate> candidates(String pupils) {
        List<String> counts = List.of(pupils.split(", "));
        return Stream.of(0, 1, 2)
                .map(place -> new Candidate(
                        new SchoolCode("%08d".formatted(place + 1)),
                        "School " + (place + 1),
                        IndexValue.of("0.50"),
                        Integer.parseInt(counts.get(place))))
                .toList();
    }

    private static String words(Decision<Apportionment> decision) {
        return switch (decision) {
            case Accepted<Apportionment>(var shared, var _) ->
                shared.lines().stream()
                        .sorted(Comparator.comparing(line -> line.school().school()))
                        .map(line -> line.outcome().amount().dollars())
                        .collect(joining(", "));
            case Refused<Apportionment>(ShareRoundsToNothing _) -> "share-rounds-to-nothing";
            case Refused<Apportionment>(var why) -> why.sentence();
        };
    }

    private static String sentence(Decision<Apportionment> decision) {
        return decision instanceof Refused<Apportionment>(var why) ? why.sentence() : "accepted";
    }
}
