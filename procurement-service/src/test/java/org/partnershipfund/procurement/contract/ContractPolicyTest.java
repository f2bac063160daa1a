package org.partnershipfund.procurement.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.line;
import static org.partnershipfund.procurement.fixtures.Purchases.opening;
import static org.partnershipfund.procurement.fixtures.Purchases.outcome;
import static org.partnershipfund.procurement.fixtures.Purchases.program;
import static org.partnershipfund.procurement.fixtures.Purchases.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.ContractEvent.SelectionContracted;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.process.Awarding;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** docs/policy/procurement.md §7. */
class ContractPolicyTest {

    private static final LocalDate JULY_1 = LocalDate.of(2018, 7, 1);
    private static final LocalDate JUNE_30 = LocalDate.of(2019, 6, 30);

    static List<List<String>> lives() {
        return Policy.table("| value | steps taken |");
    }

    @ParameterizedTest
    @MethodSource("lives")
    void signatures_follow_value_and_order_as_written(List<String> row) {
        Decision<?> decision = Decision.accept(drafted(row.get(0)));
        Contract contract = drafted(row.get(0));

        for (String step : (row.get(1) + " " + row.get(2)).strip().split("\\s+", -1)) {
            if (decision instanceof Accepted<?>) {
                decision = step.equals("execution") ? Contract.complete(contract) : sign(contract, step, step);
                if (decision instanceof Accepted<?>(Contract next, var _)) {
                    contract = next;
                }
            }
        }

        assertThat(outcome(decision)).isEqualTo(row.get(3));
    }

    private static Decision<Contract> sign(Contract contract, String step, String person) {
        var signature = new Signature(
                Step.valueOf(step.toUpperCase(Locale.ROOT)), new Person("issuer", person), AT_FEBRUARY_5, null);
        return Contract.sign(contract, signature, true);
    }

    private static Contract drafted(String dollars) {
        var lines = List.of(line(1, program("A"), dollars, Money.ofDollars(dollars)));
        return draft(awarded(lines, 1), lines, JULY_1, JUNE_30).orRefuse().state();
    }

    private static ContractingProcess awarded(List<ReservedLine> lines, int years) {
        var route = new Route(Route.Kind.CALL_OFF, "Awarded in RFP 1123", "RFP 1123");
        var open = opening(request(route, years, false), lines, List.of(), ON_FEBRUARY_5)
                .orRefuse()
                .state();
        return new Awarding(program("A").id(), "Called off", List.of())
                .of(open, lines, List.of(), Policy.rules(), AT_FEBRUARY_5)
                .orRefuse()
                .state();
    }

    private static Decision<Contract> draft(
            ContractingProcess process, List<ReservedLine> lines, LocalDate startsOn, LocalDate endsOn) {
        return Contract.draft(
                new ContractId(id("contract")),
                process,
                lines,
                startsOn,
                endsOn,
                Policy.rules(),
                ON_FEBRUARY_5,
                AT_FEBRUARY_5);
    }

    @Test
    void a_draft_tells_each_selection_what_went_into_it() {
        var lines = List.of(
                line(1, program("A"), "10000.00", Money.ofDollars("8000.00")),
                line(2, program("A"), "10000.00", Money.ofDollars("9000.00")));

        var drafted = draft(awarded(lines, 1), lines, JULY_1, JUNE_30).orRefuse();

        assertThat(drafted.events())
                .isEqualTo(lines.stream()
                        .map(line -> new SelectionContracted(
                                line.selection(),
                                1,
                                line.fund(),
                                line.school(),
                                drafted.state().id(),
                                drafted.state().terms().process(),
                                List.of(new SelectionContracted.Line(
                                        line.line(), program("A").id(), requireNonNull(line.awarded()))),
                                AT_FEBRUARY_5))
                        .toList());
    }

    @Test
    void nobody_takes_two_steps() {
        var contract =
                sign(drafted("10000.00"), "partner", "somebody").orRefuse().state();

        assertThat(outcome(sign(contract, "appropriation", "somebody"))).isEqualTo("SamePerson");
    }

    @Test
    void the_partner_signs_only_with_both_attestations() {
        var signature = new Signature(Step.PARTNER, new Person("issuer", "partner"), AT_FEBRUARY_5, null);

        assertThat(outcome(Contract.sign(drafted("10000.00"), signature, false)))
                .isEqualTo("AttestationMissing");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2018-07-01, 2019-06-30, done",
        "1, 2018-07-01, 2019-07-01, TermNotPossible",
        "3, 2018-07-01, 2021-06-30, done",
        "3, 2018-07-01, 2021-07-01, TermNotPossible",
        "1, 2018-06-30, 2019-06-29, TermNotPossible",
        "1, 2019-07-01, 2019-07-02, TermNotPossible",
        "1, 2018-09-01, 2018-08-31, TermNotPossible"
    })
    void a_contract_begins_in_its_fiscal_year_and_ends_within_what_was_competed_for(
            int years, LocalDate startsOn, LocalDate endsOn, String outcome) {
        var lines = List.of(line(1, program("A"), "10000.00", Money.ofDollars("10000.00")));

        assertThat(outcome(draft(awarded(lines, years), lines, startsOn, endsOn)))
                .isEqualTo(outcome);
    }

    @Test
    void the_value_of_all_years_decides_who_signs_while_only_this_year_is_encumbered() {
        var lines = List.of(line(1, program("A"), "20000.00", Money.ofDollars("20000.00")));

        var contract = draft(awarded(lines, 3), lines, JULY_1, LocalDate.of(2021, 6, 30))
                .orRefuse()
                .state();

        assertThat(contract.terms().amount()).isEqualTo(Money.ofDollars("20000.00"));
        assertThat(contract.terms().value()).isEqualTo(Money.ofDollars("60000.00"));
        assertThat(contract.terms().demands(Step.MAYOR)).isTrue();
    }

    @Test
    void there_is_no_contract_while_a_school_has_not_decided() {
        var lines = List.of(line(1, program("A"), "10000.00", Money.ofDollars("10000.00")));
        var process = awarded(lines, 1);
        var undecided = List.of(line(1, program("B"), "10000.00", Money.ofDollars("10000.00")));

        assertThat(outcome(draft(process, undecided, JULY_1, JUNE_30))).isEqualTo("ProcessNotReady");
        assertThat(outcome(draft(process, List.of(), JULY_1, JUNE_30))).isEqualTo("ProcessNotReady");
    }
}
