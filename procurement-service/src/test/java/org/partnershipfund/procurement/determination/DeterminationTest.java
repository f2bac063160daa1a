package org.partnershipfund.procurement.determination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.line;
import static org.partnershipfund.procurement.fixtures.Purchases.opening;
import static org.partnershipfund.procurement.fixtures.Purchases.outcome;
import static org.partnershipfund.procurement.fixtures.Purchases.program;
import static org.partnershipfund.procurement.fixtures.Purchases.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.determination.Determination.Answer;
import org.partnershipfund.procurement.determination.Determination.Finding;
import org.partnershipfund.procurement.determination.Determination.Revoked;
import org.partnershipfund.procurement.determination.Determination.Standing;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.ContractingProcess.Opening;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.rules.ProcurementRule;
import org.partnershipfund.procurement.rules.RuleBook;

/** Policy procurement §9: what is bought without a competition rests on a written determination that covers it. */
class DeterminationTest {

    private static final RuleBook RULES = Policy.rules();

    static List<List<String>> made() {
        return Policy.table("| route | ground | dated |");
    }

    @ParameterizedTest
    @MethodSource("made")
    void a_determination_is_recorded_as_the_policy_says(List<String> row) {
        var kind = Route.Kind.ofWord(row.get(0));
        String ground = row.get(1);
        List<Answer> answers = new ArrayList<>(RULES.conditions(ground, ON_FEBRUARY_5).stream()
                .map(rule -> new Answer(rule.id(), "As the file shows"))
                .toList());
        switch (row.get(4)) {
            case "all" -> {}
            case "one left out" -> answers.removeLast();
            case "one twice" -> answers.add(answers.getFirst());
            case "one of another ground" -> answers.add(new Answer("condition-emergency-danger", "It burns"));
            default -> throw new IllegalArgumentException(row.get(4));
        }

        var decision = Determination.make(
                finding(kind, ground, LocalDate.parse(row.get(2)), row.get(3), answers), RULES, ON_FEBRUARY_5);

        assertThat(outcome(decision)).isEqualTo(row.get(5));
    }

    static List<List<String>> named() {
        return Policy.table("| determination | of program |");
    }

    @ParameterizedTest
    @MethodSource("named")
    void a_route_rests_on_it_as_the_policy_says(List<String> row) {
        var kind = Route.Kind.ofWord(row.get(0));
        var answers = List.<Answer>of();
        var finding = new Finding(
                new DeterminationId(id("determination")),
                row.get(2).equals("same") ? FUND_2019 : new FundId(id("another fund")),
                FY2019,
                program(row.get(1)),
                kind,
                kind == Route.Kind.SOLE_SOURCE ? "sole-source" : "grant",
                Money.ofDollars(row.get(3)),
                "Catalogues were searched",
                List.of(),
                "As others pay",
                answers,
                "Chief procurement officer",
                ON_FEBRUARY_5,
                "Only they can",
                "officer",
                AT_FEBRUARY_5);
        Determination determination = row.get(4).equals("yes")
                ? new Revoked(finding, "A second source was found", AT_FEBRUARY_5)
                : new Standing(finding);

        var why = determination.wrongFor(purchase(row.get(5), row.get(6)), RULES);

        assertThat(why.map(one -> one.getClass().getSimpleName()).orElse("done"))
                .isEqualTo(row.get(7));
    }

    @Test
    void a_ground_that_the_rules_of_the_day_of_opening_do_not_know_any_more_carries_nothing() {
        var ended = new RuleBook(RULES.rules().stream()
                .map(rule -> rule.id().equals("ground-sole-source") ? Policy.readOtherwise(rule) : rule)
                .toList());
        var determination =
                new Standing(finding(Route.Kind.SOLE_SOURCE, "sole-source", ON_FEBRUARY_5, "30000.00", List.of()));

        assertThat(determination
                        .wrongFor(purchase("sole-source", "30000.00"), ended)
                        .map(why -> why.getClass().getSimpleName()))
                .contains("NoSuchGround");
    }

    @Test
    void it_is_revoked_once_and_only_while_no_process_rests_on_it() {
        Determination standing =
                new Standing(finding(Route.Kind.SOLE_SOURCE, "sole-source", ON_FEBRUARY_5, "30000.00", List.of()));
        var process = new ProcessId(id("process"));

        var revoked = Determination.revoke(standing, Optional.empty(), "A second source", AT_FEBRUARY_5)
                .orRefuse()
                .state();

        assertThat(outcome(Determination.revoke(standing, Optional.of(process), "A second source", AT_FEBRUARY_5)))
                .isEqualTo("DeterminationInUse");
        assertThat(outcome(Determination.revoke(revoked, Optional.empty(), "Again", AT_FEBRUARY_5)))
                .isEqualTo("DeterminationRevoked");
        assertThat(revoked.finding()).isEqualTo(standing.finding());
    }

    @Test
    void every_ground_of_the_rules_has_a_route() {
        assertThat(RULES.recorded(ON_FEBRUARY_5, "school-district")
                        .filter(rule -> rule.kind().equals("ground"))
                        .map(ProcurementRule::name)
                        .map(ground -> outcome(Determination.make(
                                finding(
                                        ground.equals("sole-source") ? Route.Kind.SOLE_SOURCE : Route.Kind.EXEMPTION,
                                        ground,
                                        ON_FEBRUARY_5,
                                        "1.00",
                                        RULES.conditions(ground, ON_FEBRUARY_5).stream()
                                                .map(rule -> new Answer(rule.id(), "Yes"))
                                                .toList()),
                                RULES,
                                ON_FEBRUARY_5))))
                .hasSize(5)
                .containsOnly("done");
    }

    private static Opening purchase(String route, String dollars) {
        return opening(
                        request(
                                new Route(
                                        Route.Kind.ofWord(route),
                                        "Only they can",
                                        id("determination").toString()),
                                1,
                                false),
                        List.of(line(1, dollars)),
                        List.of(),
                        ON_FEBRUARY_5)
                .orRefuse()
                .state()
                .opening();
    }

    private static Finding finding(Route.Kind kind, String ground, LocalDate on, String upTo, List<Answer> answers) {
        return new Finding(
                new DeterminationId(id("determination")),
                FUND_2019,
                FY2019,
                program("A"),
                kind,
                ground,
                Money.ofDollars(upTo),
                "Catalogues were searched",
                List.of("Newton Tutors"),
                "As others pay",
                answers,
                "Chief procurement officer",
                on,
                "Only they can",
                "officer",
                AT_FEBRUARY_5);
    }
}
